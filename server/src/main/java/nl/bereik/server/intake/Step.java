package nl.bereik.server.intake;

import java.util.List;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.contact.Insertion;
import nl.bereik.server.contact.StoredContact;
import org.jspecify.annotations.Nullable;

/** What is still to be done for one element of a batch. */
sealed interface Step {

    /**
     * Nothing but, if there is one, writing the ledger entry.
     *
     * @param opSeq where the entry goes; 0 without an entry
     */
    record Settled(
            ItemOutcome outcome, long opSeq, @Nullable LedgerEntry entry) implements Step {
        static Settled unledgered(ItemOutcome outcome) {
            return new Settled(outcome, 0, null);
        }

        static Settled held(PushItem item, Verdict verdict, FieldProblem... problems) {
            return new Settled(
                    ItemOutcome.of(item, verdict, problems), item.opSeq(), LedgerEntry.held(ContentHash.of(item)));
        }
    }

    /** Insert the contact. */
    record Store(PushItem item, StoredContact contact) implements Step {
        Step after(Insertion insertion) {
            return switch (insertion) {
                case INSERTED -> Settled.held(item, Verdict.ACCEPTED);
                case SAME_CONTENT -> Settled.held(item, Verdict.DUPLICATE);
                case OTHER_CONTENT -> Keep.conflict(item, "opId", true);
                case FAILED -> Settled.unledgered(ItemOutcome.of(item, Verdict.RETRY));
            };
        }
    }

    /**
     * Put the item into quarantine.
     *
     * @param ledgered whether its opSeq is free, so that it gets the entry there
     */
    record Keep(PushItem item, Verdict verdict, List<FieldProblem> problems, boolean ledgered) implements Step {
        static Keep conflict(PushItem item, String field, boolean ledgered) {
            return new Keep(
                    item, Verdict.CONFLICT, List.of(new FieldProblem(field, Reason.SAME_ID_OTHER_CONTENT)), ledgered);
        }

        Step after(boolean kept) {
            if (!kept) {
                return Settled.unledgered(ItemOutcome.of(item, Verdict.RETRY));
            }
            FieldProblem[] why = problems.toArray(FieldProblem[]::new);
            return ledgered ? Settled.held(item, verdict, why) : Settled.unledgered(ItemOutcome.of(item, verdict, why));
        }
    }

    /** Answer as for an element before it in the batch, which says the same at the same opSeq. */
    record Echo(int of) implements Step {
        static ItemOutcome outcome(ItemOutcome first) {
            return first.verdict() == Verdict.ACCEPTED
                    ? new ItemOutcome(first.opId(), Verdict.DUPLICATE, List.of())
                    : first;
        }
    }
}

package nl.bereik.server.intake;

import java.util.List;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.contact.Insertion;
import nl.bereik.server.contact.StoredContact;
import nl.bereik.server.contact.StoredCorrection;
import nl.bereik.server.event.StoredEvent;
import nl.bereik.server.event.StoredTakeBack;
import nl.bereik.server.need.NeedDesk;
import nl.bereik.server.need.RaisedItem;
import org.jspecify.annotations.Nullable;

/** What is still to be done for one element of a batch. */
sealed interface Step {

    /** Nothing but, if there is one, writing the ledger entry. */
    record Settled(ItemOutcome outcome, @Nullable LedgerEntry entry) implements Step {
        static Settled unledgered(ItemOutcome outcome) {
            return new Settled(outcome, null);
        }

        /** Judged now for the first time. */
        static Settled of(PushItem item, Verdict verdict, List<FieldProblem> problems) {
            Verdict own = verdict == Verdict.DUPLICATE ? Verdict.ACCEPTED : verdict;
            return new Settled(
                    new ItemOutcome(item.opId().toString(), verdict, problems), LedgerEntry.of(item, own, problems));
        }

        static Settled retry(PushItem item) {
            return unledgered(ItemOutcome.of(item, Verdict.RETRY));
        }
    }

    /** Put something where its kind belongs, by its id. */
    sealed interface Insert extends Step {
        PushItem item();

        default Step after(Insertion insertion) {
            return switch (insertion) {
                case INSERTED -> Settled.of(item(), Verdict.ACCEPTED, List.of());
                case SAME_CONTENT -> Settled.of(item(), Verdict.DUPLICATE, List.of());
                case OTHER_CONTENT ->
                    new Keep(item(), Verdict.CONFLICT, List.of(new FieldProblem("opId", Reason.SAME_ID_OTHER_CONTENT)));
                case FAILED -> Settled.retry(item());
            };
        }
    }

    /** Insert the contact. */
    record Store(PushItem item, StoredContact contact) implements Insert {}

    /** Add the correction to its contact. */
    record Correct(PushItem item, StoredCorrection correction) implements Insert {}

    /** Keep the need. */
    record Raise(PushItem item, RaisedItem raised) implements Insert {}

    /** Keep the event. */
    record Tell(PushItem item, StoredEvent event) implements Insert {}

    /** Take the event back. */
    record Retract(PushItem item, StoredTakeBack takeBack) implements Insert {}

    /** Do to a need what the command says. */
    record Obey(PushItem item, NeedCommand command) implements Step {
        Settled after(NeedDesk.Outcome outcome) {
            if (outcome instanceof NeedDesk.Outcome.Done) {
                return Settled.of(item, Verdict.ACCEPTED, List.of());
            }
            if (outcome instanceof NeedDesk.Outcome.DoneBefore) {
                return Settled.of(item, Verdict.DUPLICATE, List.of());
            }
            return Settled.of(item, Verdict.REJECTED, List.of(problem(outcome)));
        }

        private static FieldProblem problem(NeedDesk.Outcome outcome) {
            if (outcome instanceof NeedDesk.Outcome.Refused refused) {
                return new FieldProblem(
                        "act",
                        switch (refused.reason()) {
                            case ALREADY_TAKEN -> Reason.ALREADY_TAKEN;
                            case NOT_YOURS -> Reason.NOT_YOURS;
                            case NOT_NOW -> Reason.NOT_NOW;
                        });
            }
            return outcome instanceof NeedDesk.Outcome.NoSuchPerson
                    ? new FieldProblem("to", Reason.NO_SUCH_PERSON)
                    : new FieldProblem("need", Reason.NO_SUCH_NEED);
        }
    }

    /** Put the item into quarantine. */
    record Keep(PushItem item, Verdict verdict, List<FieldProblem> problems) implements Step {
        Step after(boolean kept) {
            return kept ? Settled.of(item, verdict, problems) : Settled.retry(item);
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

package nl.bereik.server.intake;

import java.util.List;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;

/**
 * That an item has been judged for good.
 *
 * @param opSeq its place in what the install sends; several items may stand at one when a phone was restored from a
 *     backup and went on numbering from there
 * @param verdict accepted, conflict, quarantined or rejected
 * @param problems why, for the last three
 */
public record LedgerEntry(long opSeq, ContentHash hash, Verdict verdict, List<FieldProblem> problems) {
    public LedgerEntry {
        if (!verdict.settled() || verdict == Verdict.DUPLICATE) {
            throw new IllegalArgumentException("not a verdict of its own: " + verdict);
        }
        problems = List.copyOf(problems);
    }

    static LedgerEntry of(PushItem item, Verdict verdict, List<FieldProblem> problems) {
        return new LedgerEntry(item.opSeq(), ContentHash.of(item), verdict, problems);
    }

    boolean isHeld() {
        return verdict.held();
    }

    /** What is answered when the item comes again. */
    ItemOutcome again(PushItem item) {
        Verdict repeated = verdict == Verdict.ACCEPTED ? Verdict.DUPLICATE : verdict;
        return new ItemOutcome(item.opId().toString(), repeated, problems);
    }
}

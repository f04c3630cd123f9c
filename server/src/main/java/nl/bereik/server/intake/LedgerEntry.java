package nl.bereik.server.intake;

import java.util.List;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.sync.ContentHash;

/**
 * That an item has been judged for good.
 *
 * @param rejectedFor why it was rejected; empty when the server holds it
 */
public record LedgerEntry(ContentHash hash, List<FieldProblem> rejectedFor) {
    public LedgerEntry {
        rejectedFor = List.copyOf(rejectedFor);
    }

    static LedgerEntry held(ContentHash hash) {
        return new LedgerEntry(hash, List.of());
    }

    boolean isHeld() {
        return rejectedFor.isEmpty();
    }
}

package nl.bereik.server.intake;

import java.time.LocalDate;
import java.util.List;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;

/**
 * An item kept as it was sent, because this server cannot interpret it or its id is taken.
 *
 * @param verdict quarantined or conflict
 * @param receivedOn the day it arrived in the region's zone
 */
public record QuarantinedItem(
        String install,
        String team,
        PushItem item,
        Verdict verdict,
        List<FieldProblem> problems,
        LocalDate receivedOn) {
    public QuarantinedItem {
        problems = List.copyOf(problems);
    }

    /**
     * The same for the same content from the same install, so that keeping it again keeps it once; another install of
     * the phone that sends it again is told by itself what becomes of it.
     */
    public String id() {
        return install + "/" + item.opId() + "/" + ContentHash.of(item);
    }
}

package nl.bereik.mobile.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.bereik.mobile.outbox.Sending;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.CustodyPage;
import nl.bereik.protocol.sync.SyncPaths;
import org.jspecify.annotations.Nullable;

/** The part of a sync that proves that the server holds what it took; when the sums differ, ids are compared, once. */
final class ProofStep {
    private final Sending sending;
    private final List<CustodyPage.Held> listed = new ArrayList<>();
    private @Nullable Custody told;
    private boolean compared;
    private long from;

    /** What came of a page of the ids that the server holds. */
    enum Listing {
        GOES_ON,
        /** What the server lacks waits to be sent again. */
        COMPARED,
        /** The server holds what this phone never sent: it goes on as another install. */
        HELD_BY_ANOTHER
    }

    ProofStep(Sending sending) {
        this.sending = sending;
    }

    /** Whether nothing needs to be compared: the sums are alike, or ids have been compared before. */
    boolean isSettledBy(Custody custody) {
        told = custody;
        if (compared || sending.isProvedBy(custody)) {
            return true;
        }
        compared = true;
        from = sending.firstHeld();
        return false;
    }

    /** The sums that the server told last. */
    Custody told() {
        return Objects.requireNonNull(told);
    }

    /** The path of the next page of ids. */
    String page() {
        return SyncPaths.CUSTODY + "?from=" + from;
    }

    Listing listed(CustodyPage page) {
        listed.addAll(page.held());
        if (page.next() != null && page.next() > from) {
            from = page.next();
            return Listing.GOES_ON;
        }
        return sending.reconcile(told(), listed) ? Listing.COMPARED : Listing.HELD_BY_ANOTHER;
    }
}

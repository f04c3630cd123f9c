package nl.bereik.mobile.sync;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.sync.SyncPaths;
import org.jspecify.annotations.Nullable;

/** Makes the requests with which a phone listens at the door, each with a proof of its own. */
public final class DoorbellRequests {
    private final Phone phone;
    private @Nullable Instant serverTime;
    private @Nullable Instant toldAt;

    public DoorbellRequests(Phone phone) {
        this.phone = phone;
    }

    /** The next one; empty while this phone may not sync. */
    public Optional<WireRequest> next() {
        Enrolment.Install install = phone.enrolment().install();
        if (install == null || !install.approved()) {
            return Optional.empty();
        }
        SignedRequests requests = SignedRequests.of(install, phone.parts());
        synchronized (this) {
            if (serverTime != null && toldAt != null) {
                requests.followClock(serverTime, toldAt);
            }
        }
        return Optional.of(requests.get(SyncPaths.DOORBELL, Map.of()));
    }

    /** From now on proofs carry the server's time. */
    public void followClock(Instant told) {
        synchronized (this) {
            serverTime = told;
            toldAt = phone.parts().clock().instant();
        }
    }
}

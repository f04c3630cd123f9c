package nl.bereik.server.work;

import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Work that one instance does for all; a port. Who has a lease may still be slow and find it lost: what is done under
 * one has to be repeatable. What completes is durable. Publishers error with StoreUnavailableException.
 */
public interface Leases {
    /** Takes the lease until a moment, unless somebody has it at {@code now}; whether it was taken. */
    Mono<Boolean> take(String work, String holder, Instant now, Instant until);

    /** Changes until when the holder has it; false when another has taken it since. */
    Mono<Boolean> extend(String work, String holder, Instant until);
}

package nl.bereik.server.publish;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All that was ever released; a port. Nothing is changed or taken away. What completes is durable. Publishers error with
 * StoreUnavailableException.
 */
public interface ReleaseStore {
    /** All of them, by number. */
    Flux<StoredRelease> all();

    /** Keeps a release; false, and nothing is kept, when there is one of its number. Not idempotent. */
    Mono<Boolean> add(StoredRelease release);
}

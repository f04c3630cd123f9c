package nl.bereik.server.care;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What case managers can be asked, by account; a port. What completes is durable. Publishers error with
 * StoreUnavailableException.
 */
public interface CareProfiles {
    /** Empty when the coordinator has described nothing. */
    Mono<CareProfile> find(String account);

    /** By turn, then by account. */
    Flux<CareProfile> all();

    /** Keeps it instead of the one of the same account, if there was one. Repeatable. */
    Mono<Void> put(CareProfile profile);

    /** Lets go of it, if there is one. Repeatable. */
    Mono<Void> remove(String account);
}

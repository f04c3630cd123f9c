package nl.bereik.server.push;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where phones can be nudged, one token at most for each install; a port, filled by MongoDB and, in tests, by memory.
 * What completes is durable. Publishers error with StoreUnavailableException.
 */
public interface PushTokens {
    /**
     * Keeps the token of an install instead of the one it had. A token is of one app on one phone: another install that
     * had the same loses it. Repeatable.
     */
    Mono<Void> keep(PushAddress address);

    /** The address of an install; empty when it has none. */
    Mono<PushAddress> of(String install);

    /** The addresses of all installs that a person carries, in no order. */
    Flux<PushAddress> ofHolder(String account);

    /** Lets go of the token of an install, if it has one. */
    Mono<Void> remove(String install);

    /** Lets go of the tokens of all installs of a phone. */
    Mono<Void> removeOfPhone(String phone);

    /** Lets go of the token of an install unless it has another by now; whether it had this one. */
    Mono<Boolean> forget(PushAddress address);
}

package nl.bereik.server.signature;

import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * The nonces of used proofs that must outlive this process or be known to others; a port, filled by MongoDB and, in
 * tests, by memory. What completes is durable. Publishers error with StoreUnavailableException.
 */
public interface NonceStore {
    /** Whether other server processes use proofs up in the same store at the same time. */
    boolean isShared();

    /**
     * Uses a nonce up. False when it was used before. Of several at once one gets true.
     *
     * @param nonce unique over all installs
     * @param until from when nobody asks for it any more
     */
    Mono<Boolean> use(String nonce, Instant until);

    /** Forgets what nobody asks for any more at this instant; safe to repeat. */
    Mono<Void> forget(Instant now);
}

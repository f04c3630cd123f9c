package nl.bereik.server.account;

import reactor.core.publisher.Mono;

/**
 * The API keys known, by their hash only; a port, filled by MongoDB and, in tests, by memory. Publishers
 * error with StoreUnavailableException.
 */
public interface ApiKeys {
    /** Adds a key; safe to repeat. */
    Mono<Void> add(String keyHash, String account);

    /** The name of the account for which this key acts; empty when there is no such key. */
    Mono<String> accountOf(String keyHash);
}

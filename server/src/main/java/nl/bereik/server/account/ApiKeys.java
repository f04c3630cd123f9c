package nl.bereik.server.account;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The API keys known, by their hash only; a port, filled by MongoDB and, in tests, by memory. Publishers
 * error with StoreUnavailableException.
 */
public interface ApiKeys {
    /** How many signs of a key's hash name it. */
    int ID_LENGTH = 12;

    /** Adds a key; safe to repeat. */
    Mono<Void> add(String keyHash, String account);

    /** The name of the account for which this key acts; empty when there is no such key. */
    Mono<String> accountOf(String keyHash);

    /** The ids of the keys of an account, in no order. */
    Flux<String> of(String account);

    /** Forgets the keys of an account with this id; safe to repeat. */
    Mono<Void> remove(String account, String id);

    /** Forgets all keys of an account; safe to repeat. */
    Mono<Void> removeAll(String account);

    /** By which people know a key: the beginning of its hash. */
    static String id(String keyHash) {
        return keyHash.substring(0, ID_LENGTH);
    }
}

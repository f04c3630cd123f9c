package nl.bereik.server.account;

import reactor.core.publisher.Mono;

/**
 * The accounts known; a port, filled by MongoDB and, in tests, by memory. Publishers
 * error with StoreUnavailableException.
 */
public interface Accounts {
    /** The account of this name; empty when there is none. */
    Mono<Account> find(String name);

    /** Adds an account; false when its name is taken, and then nothing is changed. */
    Mono<Boolean> add(Account account);

    /** Whether there is any account. */
    Mono<Boolean> any();
}

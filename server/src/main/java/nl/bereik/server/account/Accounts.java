package nl.bereik.server.account;

import java.util.function.UnaryOperator;
import nl.bereik.server.store.StoreUnavailableException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The accounts known; a port, filled by MongoDB and, in tests, by memory. Publishers
 * error with StoreUnavailableException.
 */
public interface Accounts {
    /** Others who change the same account at the same moment, before giving up. */
    int TURNS = 10;

    /** The account of this name; empty when there is none. */
    Mono<Account> find(String name);

    /** Adds an account; false when its name is taken, and then nothing is changed. */
    Mono<Boolean> add(Account account);

    /** Whether there is any account. */
    Mono<Boolean> any();

    /** All accounts, by name. */
    Flux<Account> all();

    /** Replaces the account of this name and rev, adding 1 to the rev; false when it has changed since. */
    Mono<Boolean> replace(Account changed);

    /**
     * Changes an account as it is by then.
     *
     * @param how is tried again on the newer account when another change came in between; gives back the same object to
     *     change nothing
     * @return the account after the change; empty when there is none
     */
    default Mono<Account> change(String name, UnaryOperator<Account> how) {
        return change(name, how, TURNS);
    }

    private Mono<Account> change(String name, UnaryOperator<Account> how, int turnsLeft) {
        return Mono.defer(() -> find(name)).flatMap(before -> {
            Account after = how.apply(before);
            return after == before
                    ? Mono.just(before)
                    : replace(after).flatMap(done -> done ? Mono.just(after) : again(name, how, turnsLeft));
        });
    }

    private Mono<Account> again(String name, UnaryOperator<Account> how, int turnsLeft) {
        return turnsLeft == 0
                ? Mono.error(
                        new StoreUnavailableException(new IllegalStateException("an account changes all the time")))
                : change(name, how, turnsLeft - 1);
    }
}

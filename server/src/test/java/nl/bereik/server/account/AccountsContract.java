package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.bereik.server.access.Role;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every {@link Accounts} must do. */
abstract class AccountsContract {
    private final Account account = new Account(
            "worker",
            "hash",
            true,
            Set.of(Role.WORKER, Role.VIEWER),
            new Remit(false, Set.of("north"), Set.of("a", "b")),
            new SecondStep("AAAA", 7, Set.of("x", "y")),
            false,
            3,
            List.of("one", "two"),
            0,
            "What others call it");

    abstract Accounts store();

    @Test
    void findsAllThatWasAdded() {
        assertThat(store().any().block()).isFalse();
        assertThat(store().add(account).block()).isTrue();

        assertThat(store().find("worker").block()).isEqualTo(account);
        assertThat(store().find("nobody").blockOptional()).isEmpty();
        assertThat(store().any().block()).isTrue();
    }

    @Test
    void takenNameChangesNothing() {
        store().add(account).block();

        assertThat(store().add(account.withPassword("other", false)).block()).isFalse();
        assertThat(store().find("worker").block()).isEqualTo(account);
    }

    @Test
    void listsByName() {
        store().add(account).block();
        store().add(new Account("admin", "hash", false, Set.of(Role.ADMINISTRATOR), Remit.EVERYWHERE))
                .block();

        assertThat(store().all().map(Account::name).collectList().block()).containsExactly("admin", "worker");
    }

    @Test
    void replacesWhatHasNotChangedSince() {
        store().add(account).block();

        assertThat(store().replace(account.withPassword("second", false)).block())
                .isTrue();
        assertThat(store().replace(account.withPassword("late", false)).block()).isFalse();

        Account there = store().find("worker").blockOptional().orElseThrow();
        assertThat(there.passwordHash()).isEqualTo("second");
        assertThat(there.rev()).isEqualTo(1);
        assertThat(store().replace(there.withPassword("third", false)).block()).isTrue();
        assertThat(store().replace(new Account("nobody", "", false, Set.of(Role.VIEWER), Remit.EVERYWHERE))
                        .block())
                .isFalse();
    }

    @Test
    void changesAtOnceAllHold() {
        store().add(account).block();

        Flux.range(0, 8)
                .flatMap(i -> store().change("worker", Account::signedOutEverywhere))
                .blockLast();

        assertThat(store().find("worker").blockOptional().orElseThrow().stamp()).isEqualTo(3 + 8);
        assertThat(store().change("nobody", Account::signedOutEverywhere).blockOptional())
                .isEmpty();
    }
}

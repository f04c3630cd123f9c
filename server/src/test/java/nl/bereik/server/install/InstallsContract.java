package nl.bereik.server.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import nl.bereik.server.TestPhone;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every {@link Installs} must do. */
abstract class InstallsContract {
    private static final Instant NOON = Instant.parse("2025-06-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

    private final Install install = new TestPhone().install("team");

    abstract Installs store();

    @Test
    void findsWhatWasAdded() {
        StepVerifier.create(store().find(install.id())).verifyComplete();
        StepVerifier.create(store().add(install)).verifyComplete();
        StepVerifier.create(store().find(install.id())).expectNext(install).verifyComplete();
    }

    @Test
    void leavesAnInstallThatIsThereAsItIs() {
        store().add(install).block();
        store().revoke(install.id(), NOON).block();
        StepVerifier.create(store().add(install)).verifyComplete();
        assertThat(store().find(install.id()).blockOptional().orElseThrow().revokedAt())
                .isEqualTo(NOON);
    }

    @Test
    void revokesForGood() {
        store().add(install).block();
        assertThat(store().revoke(install.id(), NOON).block()).isTrue();
        assertThat(store().revoke(install.id(), NOON.plusSeconds(60)).block()).isTrue();
        assertThat(store().find(install.id()).blockOptional().orElseThrow().revokedAt())
                .isEqualTo(NOON);
        assertThat(store().revoke("nobody", NOON).block()).isFalse();
    }

    @Test
    void notesTheDay() {
        store().add(install).block();
        store().seen(install.id(), DAY).block();
        store().seen(install.id(), DAY).block();
        store().seen("nobody", DAY).block();
        assertThat(store().find(install.id()).blockOptional().orElseThrow().lastSeenOn())
                .isEqualTo(DAY);
        StepVerifier.create(store().find("nobody")).verifyComplete();
    }

    @Test
    void listsTheNewestFirst() {
        Install newer = new Install("newer", "team", install.publicKey(), install.id(), NOON, null, null);
        store().add(install).block();
        store().add(newer).block();
        StepVerifier.create(store().all()).expectNext(newer, install).verifyComplete();
    }
}

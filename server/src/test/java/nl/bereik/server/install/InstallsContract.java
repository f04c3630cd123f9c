package nl.bereik.server.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.server.TestPhone;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every {@link Installs} must do. */
abstract class InstallsContract {
    private static final Instant NOON = Instant.parse("2025-06-01T10:00:00Z");
    private static final SealKey KEY = SealKey.of(new byte[SealKey.KEY_BYTES]);
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
    void keepsWhatIsKnownOfAPhoneThatAwaitsApproval() {
        Install awaiting =
                new Install(install.id(), "team", install.publicKey(), null, NOON, null, null, KEY, "worker", true);
        store().add(awaiting).block();
        StepVerifier.create(store().find(install.id())).expectNext(awaiting).verifyComplete();
        StepVerifier.create(store().ofTeam("team")).expectNext(awaiting).verifyComplete();
        StepVerifier.create(store().ofTeam("other")).verifyComplete();
        assertThat(awaiting.active()).isFalse();
    }

    @Test
    void approves() {
        store().add(new Install(install.id(), "team", install.publicKey(), null, NOON, null, null, KEY, "worker", true))
                .block();
        assertThat(store().approve(install.id()).block()).isTrue();
        assertThat(store().approve(install.id()).block()).isTrue();
        Install approved = store().find(install.id()).blockOptional().orElseThrow();
        assertThat(approved.active()).isTrue();
        assertThat(approved.sealKey()).isEqualTo(KEY);
        assertThat(store().approve("nobody").block()).isFalse();
    }

    @Test
    void aSealingKeyIsKeptForGood() {
        store().add(install).block();
        SealKey other = SealKey.of(new byte[] {
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
        });
        store().sealTo(install.id(), KEY).block();
        store().sealTo(install.id(), other).block();
        store().sealTo("nobody", KEY).block();
        assertThat(store().find(install.id()).blockOptional().orElseThrow().sealKey())
                .isEqualTo(KEY);
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

package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Sessions} must do. */
abstract class SessionsContract {
    private static final Instant NOON = Instant.parse("2025-06-01T10:00:00Z");

    abstract Sessions store();

    @Test
    void keepsASessionUntilItEnds() {
        Session session = session("s", "worker", NOON);
        store().add(session, Instant.EPOCH).block();

        assertThat(store().find("s").block()).isEqualTo(session);
        store().end("s").block();
        store().end("s").block();
        assertThat(store().find("s").blockOptional()).isEmpty();
    }

    @Test
    void notesWhenSomethingWasDone() {
        store().add(session("s", "worker", NOON), Instant.EPOCH).block();

        store().seen("s", NOON.plusSeconds(90)).block();
        store().seen("nobody", NOON).block();

        assertThat(store().find("s").blockOptional().orElseThrow().seenAt()).isEqualTo(NOON.plusSeconds(90));
        assertThat(store().find("nobody").blockOptional()).isEmpty();
    }

    @Test
    void forgetsTheOldOnesOfTheSameAccountOnly() {
        store().add(session("old", "worker", NOON.minusSeconds(10)), Instant.EPOCH)
                .block();
        store().add(session("other", "viewer", NOON.minusSeconds(10)), Instant.EPOCH)
                .block();

        store().add(session("new", "worker", NOON), NOON.minusSeconds(5)).block();

        assertThat(store().find("old").blockOptional()).isEmpty();
        assertThat(store().find("other").blockOptional()).isPresent();
        assertThat(store().find("new").blockOptional()).isPresent();
    }

    private static Session session(String id, String account, Instant beganAt) {
        return new Session(id, account, 4, true, beganAt, beganAt);
    }
}

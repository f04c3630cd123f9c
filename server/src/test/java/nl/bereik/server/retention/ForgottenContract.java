package nl.bereik.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.bereik.protocol.sync.ContentHash;
import org.junit.jupiter.api.Test;

/** What every {@link Forgotten} must do. */
abstract class ForgottenContract {
    private static final UUID ONE = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID TWO = UUID.fromString("22222222-2222-4222-8222-222222222222");

    abstract Forgotten forgotten();

    @Test
    void knowsWhatWasNoted() {
        String one = Forgotten.keyOf(ONE);
        String two = Forgotten.keyOf(TWO);
        assertThat(forgotten().among(List.of(one, two)).block()).isEmpty();
        forgotten().note(List.of(one, one)).block();
        forgotten().note(List.of(one)).block();
        forgotten().note(List.of()).block();
        assertThat(forgotten().among(List.of(one, two)).block()).containsExactly(one);
        assertThat(forgotten().among(List.of()).block()).isEmpty();
    }

    @Test
    void keysAreShortAndSayNothing() {
        String key = Forgotten.keyOf(ONE);
        assertThat(key).hasSize(22).isNotEqualTo(Forgotten.keyOf(TWO));
        assertThat(Forgotten.keyOf(ONE, new ContentHash(1, 2)))
                .hasSize(22)
                .isNotEqualTo(key)
                .isNotEqualTo(Forgotten.keyOf(ONE, new ContentHash(2, 1)));
    }

    @Test
    void onlyWhatIsOldMayBeForgotten() {
        LocalDate today = LocalDate.parse("2025-05-14");
        assertThat(Forgotten.mayBe(today, today)).isFalse();
        assertThat(Forgotten.mayBe(today.minusDays(31), today)).isFalse();
        assertThat(Forgotten.mayBe(today.minusDays(32), today)).isTrue();
    }
}

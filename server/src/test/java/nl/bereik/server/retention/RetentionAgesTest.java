package nl.bereik.server.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionAgesTest {
    private static final Period YEARS = Period.ofMonths(24);
    private static final Period MONTH = Period.ofMonths(1);

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P30D", "P1M", "P-2Y"})
    void anItemIsNotLetGoOfBeforePushesAskForIt(String age) {
        assertThatThrownBy(() -> new RetentionAges(Period.parse(age), YEARS, YEARS, YEARS, MONTH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetentionAges(YEARS, YEARS, YEARS, Period.parse(age), MONTH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetentionAges(YEARS, Period.parse(age), YEARS, YEARS, MONTH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetentionAges(YEARS, YEARS, Period.parse(age), YEARS, MONTH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P31D", "P2M", "P1Y"})
    void onAnyDayWhatMayHaveGoneIsAskedFor(String age) {
        Period kept = new RetentionAges(Period.parse(age), YEARS, YEARS, YEARS, MONTH).contacts();
        LocalDate first = LocalDate.parse("2023-01-01");
        first.datesUntil(first.plusYears(4)).forEach(today -> {
            LocalDate gone = today.minus(kept).minusDays(1);
            assertThat(Forgotten.mayBe(gone, today)).as("%s on %s", gone, today).isTrue();
        });
    }

    @Test
    void codesAreKeptForADayAtLeast() {
        assertThat(new RetentionAges(YEARS, YEARS, YEARS, YEARS, Period.ofDays(1)).codes())
                .isEqualTo(Period.ofDays(1));
        assertThatThrownBy(() -> new RetentionAges(YEARS, YEARS, YEARS, YEARS, Period.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("codes");
    }
}

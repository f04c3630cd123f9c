package nl.bereik.server.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.bereik.protocol.reach.ReportingPeriod;
import org.junit.jupiter.api.Test;

/** What every {@link PeriodSeals} must do. */
abstract class PeriodSealsContract {
    private static final ReportingPeriod HALF_YEAR = ReportingPeriod.parse("2025S1");
    private static final Instant AT = Instant.parse("2025-07-14T08:00:00Z");

    abstract PeriodSeals seals();

    @Test
    void theFirstBeginsAndFinishingStays() {
        assertThat(seals().all().collectList().block()).isEmpty();
        seals().finish(HALF_YEAR).block();
        assertThat(seals().all().collectList().block()).isEmpty();

        PeriodSeal begun = new PeriodSeal(HALF_YEAR, "anna", AT, false);
        PeriodSeal done = new PeriodSeal(HALF_YEAR, "anna", AT, true);
        assertThat(seals().begin(HALF_YEAR, "anna", AT).block()).isEqualTo(begun);
        assertThat(seals().begin(HALF_YEAR, "bea", AT.plusSeconds(1)).block()).isEqualTo(begun);
        seals().finish(HALF_YEAR).block();
        seals().finish(HALF_YEAR).block();
        assertThat(seals().begin(HALF_YEAR, "bea", AT.plusSeconds(1)).block()).isEqualTo(done);
        assertThat(seals().all().collectList().block()).containsExactly(done);
    }
}

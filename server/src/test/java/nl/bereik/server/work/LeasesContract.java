package nl.bereik.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every {@link Leases} must do. */
abstract class LeasesContract {
    private static final Instant NOW = Instant.parse("2025-05-14T03:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(300);

    abstract Leases leases();

    @Test
    void oneHasItUntilItRunsOut() {
        assertThat(leases().extend("work", "a", LATER).block()).isFalse();
        assertThat(leases().take("work", "a", NOW, LATER).block()).isTrue();
        assertThat(leases().take("work", "b", NOW, LATER).block()).isFalse();
        assertThat(leases().take("work", "a", NOW, LATER).block())
                .as("who has it does not begin again")
                .isFalse();
        assertThat(leases().take("other", "b", NOW, LATER).block()).isTrue();

        assertThat(leases().extend("work", "a", LATER.plusSeconds(1)).block()).isTrue();
        assertThat(leases().take("work", "b", LATER, LATER.plusSeconds(300)).block())
                .isFalse();
        assertThat(leases().take("work", "b", LATER.plusSeconds(1), LATER.plusSeconds(300))
                        .block())
                .isTrue();
        assertThat(leases().extend("work", "a", LATER.plusSeconds(900)).block())
                .as("too late")
                .isFalse();
    }

    @Test
    void ofManyAtOnceOneTakesIt() {
        for (int round = 0; round < 5; round++) {
            Instant now = NOW.plusSeconds(1000L * round);
            Long taken = Flux.range(0, 8)
                    .parallel(8)
                    .runOn(Schedulers.boundedElastic())
                    .flatMap(i -> leases().take("work", "holder-" + i, now, now.plusSeconds(1000)))
                    .sequential()
                    .filter(won -> won)
                    .count()
                    .block();
            assertThat(taken).isEqualTo(1);
        }
    }
}

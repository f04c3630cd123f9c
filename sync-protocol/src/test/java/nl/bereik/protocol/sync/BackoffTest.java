package nl.bereik.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void ceilingDoublesFromTwoSecondsToFiveMinutes() {
        assertThat(Backoff.ceiling(0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Backoff.ceiling(3)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Backoff.ceiling(8)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Backoff.ceiling(1_000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void jitterFillsTheWholeSpan() {
        Random random = new Random(1);
        long[] quarters = new long[4];
        for (int i = 0; i < 4_000; i++) {
            Duration delay = Backoff.delay(4, random);
            assertThat(delay).isBetween(Duration.ZERO, Backoff.ceiling(4));
            quarters[(int) Math.min(3, delay.toMillis() * 4 / Backoff.ceiling(4).toMillis())]++;
        }
        for (long quarter : quarters) {
            assertThat(quarter).isBetween(850L, 1_150L);
        }
    }
}

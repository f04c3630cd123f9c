package nl.bereik.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdleLockTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final MovableClock clock = new MovableClock(PhoneSamples.EVENING);
    private final ManualDelays delays = new ManualDelays();
    private int locked;
    private final IdleLock idle = new IdleLock(clock, delays, Runnable::run, () -> locked++);

    @Test
    void locksAfterTheMinutesSet() {
        idle.start(LIMIT);
        pass(LIMIT);
        assertThat(locked).isEqualTo(1);
        assertThat(delays.pending()).isEmpty();
    }

    @Test
    void aTouchBeginsTheMinutesAgain() {
        idle.start(LIMIT);
        clock.pass(Duration.ofMinutes(3));
        idle.touched();
        clock.pass(Duration.ofMinutes(2));
        delays.pass(LIMIT);
        assertThat(locked).isZero();
        assertThat(delays.pending()).containsExactly(Duration.ofMinutes(3));
        pass(Duration.ofMinutes(3));
        assertThat(locked).isEqualTo(1);
    }

    @Test
    void locksNotWhenStopped() {
        idle.start(LIMIT);
        idle.stop();
        pass(LIMIT);
        assertThat(locked).isZero();
    }

    private void pass(Duration time) {
        clock.pass(time);
        delays.pass(time);
    }
}

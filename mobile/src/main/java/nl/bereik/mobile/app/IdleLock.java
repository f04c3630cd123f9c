package nl.bereik.mobile.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import nl.bereik.mobile.background.Delays;
import org.jspecify.annotations.Nullable;

/** Locks after minutes without a touch. Called on the screen's thread. */
final class IdleLock {
    private final Clock clock;
    private final Delays delays;
    private final Executor screen;
    private final Runnable lock;
    private Duration limit = Duration.ZERO;
    private Instant lastTouch = Instant.EPOCH;
    private Delays.@Nullable Delayed next;

    IdleLock(Clock clock, Delays delays, Executor screen, Runnable lock) {
        this.clock = clock;
        this.delays = delays;
        this.screen = screen;
        this.lock = lock;
    }

    /** Begins to watch. */
    void start(Duration idle) {
        stop();
        limit = idle;
        lastTouch = clock.instant();
        look();
    }

    void touched() {
        lastTouch = clock.instant();
    }

    void stop() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    private void look() {
        Duration left = limit.minus(Duration.between(lastTouch, clock.instant()));
        if (left.isNegative() || left.isZero()) {
            next = null;
            lock.run();
        } else {
            next = delays.after(left, () -> screen.execute(this::lookAgain));
        }
    }

    private void lookAgain() {
        // A look that was cancelled may already have been under way.
        if (next != null) {
            look();
        }
    }
}

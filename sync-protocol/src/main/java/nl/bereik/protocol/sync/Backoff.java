package nl.bereik.protocol.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before a request is tried again: full jitter, {@code random(0, min(5 min, 2 s * 2^n))}. */
public final class Backoff {
    private static final Duration BASE = Duration.ofSeconds(2);
    private static final Duration CEILING = Duration.ofMinutes(5);
    private static final int DOUBLINGS_TO_CEILING = 8;

    private Backoff() {}

    /**
     * A wait before the next try.
     *
     * @param failures how many tries in a row have failed, from 0
     */
    public static Duration delay(int failures, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(ceiling(failures).toMillis() + 1));
    }

    /** The longest that {@link #delay} may answer. */
    public static Duration ceiling(int failures) {
        if (failures < 0) {
            throw new IllegalArgumentException("failures count from 0");
        }
        Duration doubled = BASE.multipliedBy(1L << Math.min(failures, DOUBLINGS_TO_CEILING));
        return doubled.compareTo(CEILING) > 0 ? CEILING : doubled;
    }
}

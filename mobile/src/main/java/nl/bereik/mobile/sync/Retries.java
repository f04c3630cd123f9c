package nl.bereik.mobile.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.sync.Backoff;

/** Failures in a row, and how long to wait after each. */
final class Retries {
    private final int patience;
    private final RandomGenerator random;
    private int failures;

    /** @param patience how many failures in a row are the end */
    Retries(int patience, RandomGenerator random) {
        this.patience = patience;
        this.random = random;
    }

    void succeeded() {
        failures = 0;
    }

    /** How long to wait now; empty when this was the last. */
    Optional<Duration> failed(Duration atLeast) {
        if (++failures >= patience) {
            return Optional.empty();
        }
        Duration jittered = Backoff.delay(failures - 1, random);
        return Optional.of(jittered.compareTo(atLeast) > 0 ? jittered : atLeast);
    }
}

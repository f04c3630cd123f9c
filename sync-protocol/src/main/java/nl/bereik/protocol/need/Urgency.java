package nl.bereik.protocol.need;

import java.time.Duration;
import java.util.Optional;

/**
 * Within what time somebody must accept a follow-up need: from the moment at which the server heard of it, or of its
 * being without anybody again after it was accepted or closed.
 */
public enum Urgency {
    NOW(Duration.ofHours(1)),
    TODAY(Duration.ofHours(24)),
    WEEK(Duration.ofDays(7)),
    /** Whenever it fits; never overdue. */
    ROUTINE(Duration.ZERO);

    private final Duration within;

    Urgency(Duration within) {
        this.within = within;
    }

    /** Empty when it cannot be overdue. */
    public Optional<Duration> acceptWithin() {
        return within.isZero() ? Optional.empty() : Optional.of(within);
    }
}

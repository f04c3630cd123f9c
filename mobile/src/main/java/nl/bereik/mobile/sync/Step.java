package nl.bereik.mobile.sync;

import java.time.Duration;

/** What a round wants done next. */
public sealed interface Step<R> {
    /** Send this, then tell the round of the reply or that none came. */
    record Send<R>(WireRequest request) implements Step<R> {}

    /** Let this time pass, then ask again. */
    record Wait<R>(Duration duration) implements Step<R> {}

    /** The round is over. */
    record End<R>(R result) implements Step<R> {}
}

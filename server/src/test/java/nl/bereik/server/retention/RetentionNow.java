package nl.bereik.server.retention;

import reactor.core.publisher.Mono;

/** Retention when a test wants it, not when it is time. */
public final class RetentionNow {
    private RetentionNow() {}

    /** How many have gone. */
    public static Mono<Long> run(Retention retention) {
        return retention.run();
    }
}

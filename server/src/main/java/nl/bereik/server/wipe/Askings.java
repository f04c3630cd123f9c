package nl.bereik.server.wipe;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.web.RefusedException;
import org.springframework.stereotype.Component;

/**
 * How often one install may be asked about without a proof; a phone asks every few minutes. Counted by this instance.
 */
@Component
final class Askings {
    static final int A_MINUTE = 20;

    private static final int MAX_REMEMBERED = 50_000;

    private final Cache<String, Integer> asked;

    Askings(Clock clock) {
        asked = Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** @throws RefusedException TOO_MANY_REQUESTS; asking on makes the wait begin again */
    void count(String install) {
        if (asked.asMap().merge(install, 1, Integer::sum) > A_MINUTE) {
            throw new RefusedException(Reason.TOO_MANY_REQUESTS);
        }
    }
}

package nl.bereik.server.retention;

import java.time.Duration;
import nl.bereik.server.work.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks every hour whether it is time to let go of things. */
@Component
final class RetentionLoop extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionLoop.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Retention retention;

    RetentionLoop(Retention retention) {
        this.retention = retention;
    }

    @Override
    protected Flux<?> rounds() {
        return Flux.interval(FIRST, EVERY)
                .onBackpressureDrop()
                .concatMap(
                        hour -> retention.run().onErrorResume(e -> {
                            LOG.warn("retention is put off: {}", e.getClass().getSimpleName());
                            return Mono.empty();
                        }),
                        1);
    }
}

package nl.bereik.server.retention;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks every hour whether it is time to let go of things. */
@Component
final class RetentionLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionLoop.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Retention retention;
    private final Disposable.Swap running = Disposables.swap();

    RetentionLoop(Retention retention) {
        this.retention = retention;
    }

    @Override
    public void start() {
        running.update(Flux.interval(FIRST, EVERY)
                .onBackpressureDrop()
                .concatMap(
                        hour -> retention.run().onErrorResume(e -> {
                            LOG.warn("retention is put off: {}", e.getClass().getSimpleName());
                            return Mono.empty();
                        }),
                        1)
                .subscribe());
    }

    @Override
    public void stop() {
        running.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        Disposable now = running.get();
        return now != null && !now.isDisposed();
    }
}

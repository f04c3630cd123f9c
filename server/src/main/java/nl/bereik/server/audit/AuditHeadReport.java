package nl.bereik.server.audit;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells once a day, and at start, how far the chain goes. Logs are kept elsewhere than the store: who can write in the
 * store cannot take back what stands there.
 */
@Component
final class AuditHeadReport implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AuditHeadReport.class);
    private static final Duration EVERY = Duration.ofDays(1);

    private final AuditStore store;
    private final Disposable.Swap running = Disposables.swap();

    AuditHeadReport(AuditStore store) {
        this.store = store;
    }

    @Override
    public void start() {
        running.update(Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .concatMap(day -> tell(), 1)
                .subscribe());
    }

    private Mono<AuditHead> tell() {
        return store.head()
                .doOnNext(head -> LOG.info("Audit trail up to {}", head))
                .onErrorResume(e -> {
                    LOG.warn(
                            "how far the audit trail goes is not known: {}",
                            e.getClass().getSimpleName());
                    return Mono.empty();
                });
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

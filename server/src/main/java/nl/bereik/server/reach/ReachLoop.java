package nl.bereik.server.reach;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import nl.bereik.server.contact.ContactArrivals;
import nl.bereik.server.work.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has what arrived counted when no more arrives for a moment, so that a big upload is not slowed by counting, and
 * while it goes on now and then; and without any arrival, in case another instance stopped before it had counted.
 */
@Component
final class ReachLoop extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(ReachLoop.class);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(30);
    private static final Duration CALM = Duration.ofSeconds(1);
    private static final Duration AT_THE_LATEST = Duration.ofSeconds(10);
    private static final Duration MIN_REST = Duration.ofMillis(500);
    private static final int REST_PER_WORK = 4;

    private final SettledFigures figures;
    private final Sealing sealing;
    private final Revisions revisions;
    private final ContactArrivals arrivals;
    private final AtomicLong rings = new AtomicLong();

    ReachLoop(SettledFigures figures, Sealing sealing, Revisions revisions, ContactArrivals arrivals) {
        this.figures = figures;
        this.sealing = sealing;
        this.revisions = revisions;
        this.arrivals = arrivals;
    }

    @Override
    protected Flux<?> rounds() {
        return arrivals.rings()
                .doOnNext(any -> rings.incrementAndGet())
                .publish(rung -> Flux.merge(
                        rung.sampleTimeout(any -> Mono.delay(CALM)),
                        rung.sample(AT_THE_LATEST),
                        Flux.interval(NOW_AND_THEN).map(any -> true)))
                .startWith(true)
                .onBackpressureLatest()
                .concatMap(any -> round(), 1);
    }

    /**
     * Goes on with a seal or a revision that was cut off. One turn, and more when nothing arrives meanwhile. Rests in
     * proportion, so that a busy evening of syncing is not spent on folding the same days.
     */
    private Mono<Long> round() {
        long rung = rings.get();
        return sealing.goOn()
                .then(Mono.defer(revisions::goOn))
                .then(Mono.defer(() -> figures.settle(() -> rings.get() == rung)))
                .doOnNext(folded -> LOG.debug("{} days folded", folded))
                .onErrorResume(e -> {
                    LOG.warn("counting is put off: {}", e.getClass().getSimpleName());
                    return Mono.just(0);
                })
                .elapsed()
                .flatMap(worked -> Mono.delay(rest(Duration.ofMillis(worked.getT1()))));
    }

    private static Duration rest(Duration worked) {
        Duration rest = worked.multipliedBy(REST_PER_WORK);
        return rest.compareTo(MIN_REST) < 0 ? MIN_REST : rest.compareTo(NOW_AND_THEN) > 0 ? NOW_AND_THEN : rest;
    }
}

package nl.bereik.server.work;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes turns of some work whenever a bell rings, and now and then without, in case another instance has left something
 * undone: one after the other, until a turn finds nothing more to do. Where turns can be slow, some go on side by side.
 */
public class TurnLoop extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(TurnLoop.class);

    private final String work;
    private final Flux<?> bell;
    private final Duration atLeastEvery;
    private final int sideBySide;
    private final Supplier<Mono<Integer>> turn;

    /** As below, one turn at a time. */
    public TurnLoop(String work, Flux<?> bell, Duration atLeastEvery, Supplier<Mono<Integer>> turn) {
        this(work, bell, atLeastEvery, 1, turn);
    }

    /**
     * @param work what the log calls it
     * @param sideBySide how many turns at a time, so that what a ring is for does not wait for a slow one
     * @param turn answers how much it found to do; when it fails, the rest is left to the next ring
     */
    public TurnLoop(String work, Flux<?> bell, Duration atLeastEvery, int sideBySide, Supplier<Mono<Integer>> turn) {
        this.work = work;
        this.bell = bell;
        this.atLeastEvery = atLeastEvery;
        this.sideBySide = sideBySide;
        this.turn = turn;
    }

    @Override
    protected Flux<?> rounds() {
        return Flux.merge(bell.map(any -> true), Flux.interval(atLeastEvery).map(any -> true))
                .onBackpressureLatest()
                .flatMap(any -> turns(), sideBySide, 1);
    }

    private Mono<Void> turns() {
        return Mono.defer(turn)
                .expand(done -> done > 0 ? Mono.defer(turn) : Mono.empty())
                .onErrorResume(e -> {
                    LOG.warn("{} put off: {}", work, e.getClass().getSimpleName());
                    return Mono.empty();
                })
                .then();
    }
}

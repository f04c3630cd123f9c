package nl.bereik.server.need;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells that the needs of a team may have changed: at once when it was on this instance, and within about a second when
 * it was on another. Says nothing about what.
 */
@Component
public class NeedBell {
    private static final Logger LOG = LoggerFactory.getLogger(NeedBell.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration BUSY_LOOP = Duration.ofSeconds(1);

    private final Rings rings;
    private final Sinks.Many<String> here = Sinks.many().multicast().directBestEffort();
    private final Flux<String> elsewhere;

    NeedBell(Rings rings) {
        this.rings = rings;
        // One look for all who listen, and none while nobody does.
        this.elsewhere = Flux.defer(this::looks).share();
    }

    /** Rings, on all instances. Empty; when the others could not be told, the log says so and nothing else fails. */
    public Mono<Void> ring(String team) {
        return Mono.fromRunnable(() -> here.emitNext(team, Sinks.EmitFailureHandler.busyLooping(BUSY_LOOP)))
                .then(rings.add(team))
                .onErrorResume(e -> {
                    LOG.warn(
                            "other instances hear of changed needs later: {}",
                            e.getClass().getSimpleName());
                    return Mono.empty();
                });
    }

    /** The team each time; without end. The same change may ring twice; who is not ready misses a ring. */
    public Flux<String> rings() {
        return Flux.merge(here.asFlux(), elsewhere);
    }

    private Flux<String> looks() {
        return Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .concatMap(beat -> rings.counts().onErrorResume(e -> Mono.empty()), 1)
                .buffer(2, 1)
                .filter(pair -> pair.size() == 2)
                .concatMapIterable(pair -> changed(pair.get(0), pair.get(1)));
    }

    private static List<String> changed(Map<String, Long> before, Map<String, Long> now) {
        List<String> changed = new ArrayList<>();
        now.forEach((team, count) -> {
            if (!count.equals(before.get(team))) {
                changed.add(team);
            }
        });
        return changed;
    }
}

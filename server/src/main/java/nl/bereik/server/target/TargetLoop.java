package nl.bereik.server.target;

import java.time.Duration;
import nl.bereik.server.work.TurnLoop;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Looks, at start and every few minutes, whether a day has ended since the targets were counted. */
@Component
final class TargetLoop extends TurnLoop {
    private static final Duration LOOK = Duration.ofMinutes(5);

    TargetLoop(TargetCounting counting) {
        super("counting targets", Flux.just(true), LOOK, counting::turn);
    }
}

package nl.bereik.server.target;

import java.time.Duration;
import nl.bereik.server.work.TurnLoop;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Looks, at start and every few minutes, whether a day has ended since the targets were counted. */
@Component
final class TargetLoop implements SmartLifecycle {
    private static final Duration LOOK = Duration.ofMinutes(5);

    private final TurnLoop loop;

    TargetLoop(TargetCounting counting) {
        loop = new TurnLoop("counting targets", Flux.just(true), LOOK, counting::turn);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}

package nl.bereik.server.assignment;

import java.time.Duration;
import nl.bereik.server.need.NeedBell;
import nl.bereik.server.work.TurnLoop;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has needs assigned as soon as they are raised, and looks every second for those that have waited too long. */
@Component
final class AssigningLoop implements SmartLifecycle {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final TurnLoop loop;

    AssigningLoop(Assigning assigning, NeedBell bell) {
        loop = new TurnLoop("assigning needs", bell.rings(), LOOK, assigning::turn);
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

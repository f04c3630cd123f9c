package nl.bereik.server.alert;

import java.time.Duration;
import nl.bereik.server.need.NeedBell;
import nl.bereik.server.work.TurnLoop;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has alerts sent as soon as they are made, and looks every second for those that were held or left by others. */
@Component
final class DispatchLoop implements SmartLifecycle {
    /** Side by side, so that what is to be done now does not wait for a slow push of another turn. */
    static final int TURNS = 4;

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final TurnLoop loop;

    DispatchLoop(Dispatcher dispatcher, NeedBell bell) {
        loop = new TurnLoop("sending alerts", bell.rings(), LOOK, TURNS, dispatcher::turn);
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

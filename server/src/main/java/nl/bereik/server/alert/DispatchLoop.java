package nl.bereik.server.alert;

import java.time.Duration;
import nl.bereik.server.need.NeedBell;
import nl.bereik.server.work.TurnLoop;
import org.springframework.stereotype.Component;

/** Has alerts sent as soon as they are made, and looks every second for those that were held or left by others. */
@Component
final class DispatchLoop extends TurnLoop {
    /** Side by side, so that what is to be done now does not wait for a slow push of another turn. */
    static final int TURNS = 4;

    private static final Duration LOOK = Duration.ofSeconds(1);

    DispatchLoop(Dispatcher dispatcher, NeedBell bell) {
        super("sending alerts", bell.rings(), LOOK, TURNS, dispatcher::turn);
    }
}

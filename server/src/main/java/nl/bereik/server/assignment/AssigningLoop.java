package nl.bereik.server.assignment;

import java.time.Duration;
import nl.bereik.server.need.NeedBell;
import nl.bereik.server.work.TurnLoop;
import org.springframework.stereotype.Component;

/** Has needs assigned as soon as they are raised, and looks every second for those that have waited too long. */
@Component
final class AssigningLoop extends TurnLoop {
    private static final Duration LOOK = Duration.ofSeconds(1);

    AssigningLoop(Assigning assigning, NeedBell bell) {
        super("assigning needs", bell.rings(), LOOK, assigning::turn);
    }
}

package nl.bereik.server.event;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.server.event.StoredEvent.Content;
import nl.bereik.server.event.StoredEvent.OfTrajectory;
import nl.bereik.server.period.TeamDay;
import org.jspecify.annotations.Nullable;

/**
 * A stored event as the fold sees it.
 *
 * @param rev grows by 1 with everything that is told of it
 * @param uncounted whether its day must be folded (again)
 * @param takenBack whether it should not have been told
 * @param counted whether it counts in the tallies as they were last folded
 * @param late the half-year for which something of it came too late; null when nothing did
 */
public record CountableEvent(
        UUID opId,
        String team,
        long rev,
        boolean uncounted,
        Content content,
        boolean takenBack,
        boolean counted,
        @Nullable String late) {

    /** The day on which it happened. */
    public LocalDate on() {
        return content.on();
    }

    /** The day on which it happened, of its team. */
    public TeamDay teamDay() {
        return new TeamDay(team, on());
    }

    /** Empty when it is no step of a trajectory. */
    public Optional<TrajectoryStep> step() {
        return content instanceof OfTrajectory of ? Optional.of(of.step()) : Optional.empty();
    }
}

package nl.bereik.mobile.trajectory;

import java.util.List;
import java.util.UUID;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.trajectory.Trajectory;
import nl.bereik.protocol.trajectory.TrajectoryStep;

/**
 * A trajectory as this phone knows it.
 *
 * @param trajectory what its steps amount to, those included that the server has not taken yet
 * @param history its steps, the latest first
 */
public record KnownTrajectory(Trajectory trajectory, List<Step> history) {

    /**
     * One step.
     *
     * @param opId the item that told it
     * @param state where that stands; arrived when it has left the phone
     * @param sent whether the server may know of it
     * @param problems why it is under review or was refused; else empty
     */
    public record Step(UUID opId, TrajectoryStep step, ItemState state, boolean sent, List<FieldProblem> problems) {
        /** Whether the server refused it. */
        public boolean refused() {
            return state == ItemState.NEEDS_REPAIR;
        }
    }

    public KnownTrajectory {
        history = List.copyOf(history);
    }

    public UUID id() {
        return trajectory.id();
    }

    /** Whether the server refused any step of it. */
    public boolean needsRepair() {
        return history.stream().anyMatch(Step::refused);
    }
}

package nl.bereik.mobile.activity;

import java.util.List;
import java.util.UUID;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import org.jspecify.annotations.Nullable;

/**
 * Something told on this phone that is no contact, in the list of today.
 *
 * @param opId the item that tells it
 * @param kind the item's kind
 * @param activity null when it is none, or cannot be read
 * @param step of a trajectory; null when it is none, or cannot be read
 * @param takenBack whether it was taken back; then state and problems are those of the taking back
 * @param problems why it is under review or needs repair; else empty
 */
public record OtherLine(
        UUID opId,
        String kind,
        @Nullable Activity activity,
        @Nullable TrajectoryStep step,
        boolean takenBack,
        ItemState state,
        List<FieldProblem> problems) {}

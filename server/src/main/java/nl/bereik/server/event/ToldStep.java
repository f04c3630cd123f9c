package nl.bereik.server.event;

import java.util.UUID;
import nl.bereik.protocol.trajectory.TrajectoryStep;

/**
 * A step of a trajectory with which phone told it.
 *
 * @param opId the item that told it
 * @param install the phone that sent that
 * @param takenBack whether it should not have been told
 */
public record ToldStep(UUID opId, String install, TrajectoryStep step, boolean takenBack) {}

package nl.bereik.protocol.trajectory;

/** How a trajectory ended. */
public enum TrajectoryEnd {
    /** The person stopped sex work. */
    EXITED,
    ENDED_EARLY,
    COMPLETED,
    LOST_FROM_SIGHT
}

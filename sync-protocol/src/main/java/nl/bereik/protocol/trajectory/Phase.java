package nl.bereik.protocol.trajectory;

/** What a trajectory works at. Not chronological: people fall back, and phases run in parallel. */
public enum Phase {
    CONTACT,
    ORIENTATION,
    EXECUTION,
    AFTERCARE
}

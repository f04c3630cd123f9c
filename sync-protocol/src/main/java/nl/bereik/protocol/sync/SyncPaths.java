package nl.bereik.protocol.sync;

/** The paths of protocol version 1. They are served for ever. */
public final class SyncPaths {
    public static final String PUSH = "/sync/v1/push";
    public static final String REFERENCE = "/sync/v1/reference";
    public static final String ENROL = "/sync/v1/enrol";

    private SyncPaths() {}
}

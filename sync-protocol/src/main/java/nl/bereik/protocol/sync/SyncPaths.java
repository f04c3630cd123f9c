package nl.bereik.protocol.sync;

/** The paths of protocol version 1. They are served for ever. */
public final class SyncPaths {
    public static final String PUSH = "/sync/v1/push";
    public static final String REFERENCE = "/sync/v1/reference";
    public static final String STATE = "/sync/v1/state";
    public static final String CUSTODY = "/sync/v1/custody";
    public static final String RENEW = "/sync/v1/renew";
    public static final String TEAM_KEY = "/sync/v1/team-key";
    public static final String PUSH_TOKEN = "/sync/v1/push-token";

    /** A stream of server-sent events: {@link #DOORBELL_RING} when there may be something to pull, and nothing more. */
    public static final String DOORBELL = "/sync/v1/doorbell";

    /** The event's name. */
    public static final String DOORBELL_RING = "changed";

    public static final String ENROL = "/sync/v1/enrol";

    /** With the install's id at its end; asked without a proof, for the phone is locked. */
    public static final String ORDERS = "/sync/v1/orders/";

    public static final String WIPED = "/sync/v1/wiped";

    private SyncPaths() {}
}

package nl.bereik.server.access;

/** What somebody of the staff may do. */
public enum Role {
    /** Logs contact moments on a phone. */
    WORKER,
    /** Accepts needs and works on them. */
    CASE_MANAGER,
    /** Sees the exact figures, and runs the people and the phones. */
    COORDINATOR,
    /** Sees published figures only. */
    VIEWER,
    /** Runs accounts and phones; sees no figures. */
    ADMINISTRATOR;
}

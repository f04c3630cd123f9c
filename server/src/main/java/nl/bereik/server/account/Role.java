package nl.bereik.server.account;

/** What an account may do. */
public enum Role {
    /** Sees the exact figures and runs the phones. */
    COORDINATOR;

    /** The name under which the web's access rules know this role. */
    String authority() {
        return "ROLE_" + name();
    }
}

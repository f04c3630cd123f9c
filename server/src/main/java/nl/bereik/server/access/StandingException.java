package nl.bereik.server.access;

import org.springframework.security.access.AccessDeniedException;

/** Something of signing in is still to be done. */
public final class StandingException extends AccessDeniedException {
    private static final long serialVersionUID = 1;

    private final Standing standing;

    StandingException(Standing standing) {
        super("signing in is not complete");
        this.standing = standing;
    }

    public Standing standing() {
        return standing;
    }
}

package nl.bereik.server.access;

/**
 * How far somebody has come with signing in, in this order. Whoever has not come far enough is led to what is missing.
 */
public enum Standing {
    /** The password was right; the code of the second step has not been given yet. */
    OWES_CODE("/login/code"),
    /** The password is the one that the server made and has to be replaced. */
    OWES_PASSWORD("/account/password"),
    /** The role needs a second step and none has been set up. */
    OWES_SECOND_STEP("/account/second-step"),
    /** Nothing is missing. */
    FULL("/");

    private final String page;

    Standing(String page) {
        this.page = page;
    }

    /** The page on which to do what is missing. */
    public String page() {
        return page;
    }

    boolean reaches(Standing needed) {
        return compareTo(needed) >= 0;
    }
}

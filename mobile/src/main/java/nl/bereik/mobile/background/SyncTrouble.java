package nl.bereik.mobile.background;

/** What stood in the way of a sync, in the words that the user sees. */
public enum SyncTrouble {
    NO_COVERAGE(true),
    TIMED_OUT(true),
    /** Something answered that is not a Bereik server: often the sign-in page of a wireless network. */
    NOT_UNDERSTOOD(true),
    SERVER_BUSY(true),
    CLOCK_WRONG(true),
    /** The coordinator has still to approve this phone. */
    NOT_APPROVED(true),
    REVOKED(false),
    /** This phone is to erase itself, which it does once it is locked. */
    WIPE_ORDERED(false),
    UNKNOWN_INSTALL(false),
    REFUSED(false),
    DISK_FULL(true),
    PHONE_FAULT(false);

    private final boolean passesByItself;

    SyncTrouble(boolean passesByItself) {
        this.passesByItself = passesByItself;
    }

    /** Whether trying again later may help without anybody doing anything. */
    public boolean passesByItself() {
        return passesByItself;
    }
}

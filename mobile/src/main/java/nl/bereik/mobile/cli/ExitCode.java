package nl.bereik.mobile.cli;

/** What the commands tell the shell. Scripts act on these, never on text. */
final class ExitCode {
    static final int DONE = 0;
    static final int UNEXPECTED = 1;
    static final int USAGE = 2;
    static final int WRONG_PIN = 3;
    /** In use by another process, damaged, made by a newer version, or the disk failed. */
    static final int PHONE_NOT_OPENED = 4;

    static final int DISK_FULL = 5;
    /** No coverage, no reply in time, or a reply that is not Bereik's. */
    static final int NO_SERVER = 6;
    /** The server refused the request: code, install, signature. */
    static final int REFUSED = 7;
    /** Too many wrong PINs, or the coordinator, erased what was in the folder. */
    static final int ERASED = 9;

    /** Done as far as it goes, and something needs a person: lines refused, items to repair. */
    static final int NEEDS_ATTENTION = 8;

    /** The coordinator has still to approve this phone; everything saved waits on it. */
    static final int NOT_APPROVED = 10;

    private ExitCode() {}
}

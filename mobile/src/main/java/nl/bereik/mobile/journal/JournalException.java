package nl.bereik.mobile.journal;

/**
 * The journal cannot be opened or written. What was saved before is still there; what was to be saved now is not.
 */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why; each has words of its own for the user. */
    public enum Reason {
        /** No room on the disk: free some and save again. */
        DISK_FULL,
        /** The disk failed otherwise. */
        DISK_FAILED,
        /** Another process has this phone's folder open. */
        IN_USE,
        /** The PIN does not open the journal's key. */
        WRONG_PIN,
        /** After wrong PINs the next may not be tried yet; see {@link PinStanding}. */
        WAIT,
        /** Too many wrong PINs: the key and the journal have been erased. */
        ERASED,
        /** The key file cannot be read: without it nothing can be opened. */
        KEY_DAMAGED,
        /** The journal was made by a newer Bereik. */
        NEWER_VERSION
    }

    private final Reason reason;

    public JournalException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public JournalException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

package nl.bereik.mobile.cli;

/** The caller asked for something that cannot be; the message is for the caller, in the caller's language. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}

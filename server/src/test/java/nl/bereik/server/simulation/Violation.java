package nl.bereik.server.simulation;

/** A promise was broken. */
final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final Promise promise;

    Violation(Promise promise, String what) {
        super(promise + ": " + what);
        this.promise = promise;
    }

    Violation(Promise promise, Throwable cause) {
        super(promise + ": " + cause, cause);
        this.promise = promise;
    }

    Promise promise() {
        return promise;
    }

    /** What must hold whatever goes wrong. */
    enum Promise {
        /** What a phone was told has arrived is in the store. */
        ARRIVED_IS_STORED,
        /** What was saved stays until it has arrived. */
        SAVED_IS_SAVED,
        /** What is stored was logged so, once, on the phone to which it is attributed. */
        STORED_AS_LOGGED,
        /** When nothing goes wrong any more, nothing waits and nobody is stuck. */
        BECOMES_QUIET,
        /** The tallies are the fold of what was logged. */
        FIGURES_ADD_UP,
        /** Every phone's proof holds in the end. */
        IS_PROVED,
        /** A phone becomes another install only when it was restored from a backup. */
        STAYS_ITSELF,
        /** Nothing throws what it does not announce. */
        NO_SURPRISE
    }
}

package nl.bereik.mobile.sync;

/** The network as a port. */
public interface Transport {
    /** Sends a request and reads the whole reply. */
    WireReply exchange(WireRequest request) throws NoReplyException, InterruptedException;

    /** No whole reply came back; the server may have done what was asked or not. */
    final class NoReplyException extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean timedOut;

        /** @param timedOut whether the server could be reached and was not done in time */
        public NoReplyException(boolean timedOut, Throwable cause) {
            super(timedOut ? "no reply in time" : "no coverage", cause);
            this.timedOut = timedOut;
        }

        public boolean timedOut() {
            return timedOut;
        }
    }
}

package nl.bereik.mobile.sync;

/**
 * A conversation with the server as a machine that does no I/O: whoever drives it asks {@link #next}, does what it
 * says, and after a send calls {@link #replied} or {@link #noReply}. One thread drives it.
 *
 * @param <R> what it comes to
 */
public interface Round<R> {
    Step<R> next();

    void replied(WireReply reply);

    /** @param timedOut whether the server was reached and was not done in time */
    void noReply(boolean timedOut);
}

package nl.bereik.mobile.sync;

import nl.bereik.protocol.sync.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a sync round came to.
 *
 * @param end how it ended
 * @param arrived items that the server took in this round
 * @param setAside items that the server judged in this round and did not simply take
 * @param left items that still wait
 * @param proved whether the server holds all that it ever said it took
 * @param refusal why the server refused; null unless the end says so
 */
public record SyncResult(
        End end, int arrived, int setAside, int left, boolean proved, Refusal.@Nullable Reason refusal) {

    /** How a round ended. */
    public enum End {
        /** The server answered everything that was asked of it. */
        COMPLETE,
        /** The phone has no server yet. */
        NOT_ENROLLED,
        NO_COVERAGE,
        TIMED_OUT,
        /** The server refused; see {@link SyncResult#refusal}. */
        REFUSED,
        /** What came back was not the protocol: a proxy, a login page of a network, another server. */
        NOT_UNDERSTOOD,
        /** The server asked to send some items again later. */
        ASKED_TO_WAIT
    }
}

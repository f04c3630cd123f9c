package nl.bereik.mobile.sync;

import nl.bereik.protocol.sync.Refusal;
import org.jspecify.annotations.Nullable;

/** Hears from the server that there may be something to pull; the network as a port. */
public interface Doorbell {
    /** Begins to listen and returns at once. */
    Listening listen(WireRequest request, Ears ears);

    /** Called on threads of the implementation's choice, in order, and not after the end. */
    interface Ears {
        void rung();

        /** The server said nothing more than that it is still there. */
        void stillThere();

        /** @param refusal why the server does not let this phone listen; null when the line ended otherwise */
        void ended(@Nullable Refusal refusal);
    }

    /** A line that is open. */
    @FunctionalInterface
    interface Listening {
        /** Ends it. Its ears may still hear what was on the way. */
        void close();
    }

    /** One that never rings and never ends. */
    static Doorbell none() {
        return (request, ears) -> () -> {};
    }
}

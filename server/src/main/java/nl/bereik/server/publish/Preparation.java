package nl.bereik.server.publish;

import java.util.List;
import nl.bereik.server.disclosure.Refusal;

/** What became of asking for a release of a period. */
public sealed interface Preparation {
    /** It may leave, or has left, as it is here. */
    record Ready(StoredRelease release) implements Preparation {
        /** The same as long as readers would see the same tables, whoever asks and whenever. */
        public String digest() {
            return release.digest();
        }
    }

    /** It may leave as it is here, which is not what was seen. Nothing has left. */
    record Changed(Ready now) implements Preparation {}

    /** It may not, because of what it would tell; at least one reason. */
    record Refused(List<Refusal> refusals) implements Preparation {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /** It may not, whatever its figures are. */
    record NotNow(Why why) implements Preparation {}

    /** Why not. */
    enum Why {
        /** The period is not one of whole quarters. */
        NO_QUARTERS,
        /** A half-year that the period touches is not sealed, so that its figures may still change. */
        NOT_SEALED,
        /**
         * Figures were revised after some of them left in a release of another period: both together would tell what
         * was revised, and disclosure control judges by figures that stay.
         */
        REVISED,
        /** Something is being taken into a sealed half-year at this moment. */
        BEING_REVISED,
        /** All of it was released already. */
        RELEASED
    }
}

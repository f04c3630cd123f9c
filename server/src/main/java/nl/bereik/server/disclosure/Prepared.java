package nl.bereik.server.disclosure;

import java.util.List;

/** What became of a request to release tables. */
public sealed interface Prepared {

    /** It may leave the building as it is here. */
    record Releasable(Release release) implements Prepared {}

    /** It may not; nothing of it. At least one reason, in a stable order. */
    record Refused(List<Refusal> refusals) implements Prepared {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}

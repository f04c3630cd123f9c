package nl.bereik.server.reach;

import reactor.core.publisher.Flux;

/** What was taken into sealed half-years after all. */
public interface RevisionHistory {
    /** All revisions, by number. Errors with StoreUnavailableException. */
    Flux<Revision> all();
}

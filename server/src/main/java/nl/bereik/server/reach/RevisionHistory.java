package nl.bereik.server.reach;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was taken into sealed half-years after all. */
public interface RevisionHistory {
    /** All revisions, by number. Errors with StoreUnavailableException. */
    Flux<Revision> all();

    /**
     * The number of the last revision, 0 when there is none; empty while one is proposed or being carried out. When it is
     * the same before and after reading figures, these are whole. Errors with StoreUnavailableException.
     */
    Mono<Long> last();
}

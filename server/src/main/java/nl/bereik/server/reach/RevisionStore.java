package nl.bereik.server.reach;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The revisions; a port. What completes is durable. Publishers error with StoreUnavailableException. */
interface RevisionStore {
    /** Those that have been carried out, or are being, by number. */
    Flux<Revision> all();

    /** The one that is proposed or being carried out; empty when there is none. */
    Mono<RevisionPlan> open();

    /** Proposes one unless its number has been taken; whether it was. */
    Mono<Boolean> propose(RevisionPlan plan);

    /** Begins one that is proposed and has not been withdrawn; whether it was. */
    Mono<Boolean> begin(RevisionPlan plan);

    /** Withdraws one that is proposed and has not begun. Repeatable; empty. */
    Mono<Void> withdraw(RevisionPlan plan);

    /** Notes that one has been carried out, and forgets what was to be written. Repeatable; empty. */
    Mono<Void> finish(RevisionPlan plan);
}

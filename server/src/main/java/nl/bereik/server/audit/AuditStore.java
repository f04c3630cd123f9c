package nl.bereik.server.audit;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The entries by number and how far they are known to go; a port. What completes is durable. Publishers error with
 * StoreUnavailableException.
 */
interface AuditStore {
    /** How far the chain goes at the least; it may be some entries further. {@link AuditHead#NONE} at first. */
    Mono<AuditHead> head();

    /** The entry of this number; empty when there is none. */
    Mono<AuditEntry> find(long number);

    /**
     * The entries from one number up to another, both included, in order. One that is not as entries are written, for
     * somebody has been at it, comes with an empty hash.
     */
    Flux<AuditEntry> between(long from, long to);

    /** How many entries there are, whatever their numbers. */
    Mono<Long> size();

    /** Inserts an entry; false when its number is taken, and then nothing is changed. */
    Mono<Boolean> insert(AuditEntry entry);

    /** Notes that the chain goes at least so far; does nothing when that is known. */
    Mono<Void> advance(AuditHead head);

    /** What the last verification came to; empty when there was none. */
    Mono<LastVerification> lastVerification();

    /** Keeps it; the last that is kept counts. */
    Mono<Void> keep(LastVerification last);
}

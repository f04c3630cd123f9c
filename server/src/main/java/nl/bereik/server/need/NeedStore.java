package nl.bereik.server.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.server.contact.Insertion;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Needs by id; a port. What completes is durable. Publishers error with StoreUnavailableException. */
public interface NeedStore {
    /** Inserts each need whose id is not there. One answer per need, in order; repeatable. */
    Mono<List<Insertion>> insert(List<StoredNeed> needs);

    /** The need of this id; empty when there is none. */
    Mono<StoredNeed> find(UUID id);

    /**
     * Moves a need, with all that goes with it, unless it has changed since it was read or that was done before.
     *
     * @return whether it was moved
     */
    Mono<Boolean> move(StoredNeed before, NeedMove move);

    /** Keeps who wanted to accept it too late. Repeatable; nothing when there is no such need. */
    Mono<Void> late(UUID id, String account);

    /** Needs at which the rules have to look by {@code now}, at most {@code most}, in no order. */
    Flux<StoredNeed> forRules(Instant now, int most);

    /** How many needs of these teams each account has, or is asked to take; those without any left out. Never empty. */
    Mono<Map<String, Long>> caseloads(Collection<String> teams);

    /** The needs of these teams for which something is still to be done, in no order. */
    Flux<StoredNeed> open(Collection<String> teams);

    /** The needs of these teams that were closed on one of these days, in no order. */
    Flux<StoredNeed> closed(Collection<String> teams, Collection<LocalDate> days);
}

package nl.bereik.server.contact;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.period.TeamDay;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Contacts by id; a port. What completes is durable. Publishers error with StoreUnavailableException. */
public interface ContactStore {
    /** Inserts each contact whose id is not there, marked uncounted. One answer per contact, in order; repeatable. */
    Mono<List<Insertion>> insert(List<StoredContact> contacts);

    /**
     * Adds each correction to its contact, which becomes uncounted again; also when the contact itself has not arrived
     * yet. A contact of another team counts as other content. One answer per correction, in order; repeatable.
     */
    Mono<List<Insertion>> correct(List<StoredCorrection> corrections);

    /**
     * Some days that uncounted contacts touch, all days of each; no more contacts are looked at once there are
     * {@code limit} days, nor more than some thousands. An empty set when every contact has been counted.
     */
    Mono<Set<TeamDay>> uncountedDays(int limit);

    /** Every contact that touches these days, counted or not, in no order. */
    Flux<CountableContact> on(Set<TeamDay> days);

    /**
     * The contacts that are on one of these days as last told and have a note now, in the order of
     * {@link NotedContact#NEWEST_FIRST}; only some of them when there are thousands.
     */
    Flux<NotedContact> noted(Set<TeamDay> days);

    /**
     * Notes where contacts stand in the tallies and clears the mark of those of which nothing has been told since they
     * were read; the others are left as they are. Repeatable.
     */
    Mono<Void> markCounted(Collection<Standing> standings);

    /**
     * Makes that what was read of uncounted contacts that touch these days can no longer be used to mark them.
     * Repeatable.
     */
    Mono<Void> fence(Set<TeamDay> days);

    /** How many contacts hold something that came too late for this half-year. */
    Mono<Long> countLate(ReportingPeriod halfYear);

    /** The contacts that hold something that came too late for this half-year, in no order. */
    Flux<CountableContact> late(ReportingPeriod halfYear);

    /**
     * Has contacts that came too late stand in the tallies as said; they are to be looked at again. Those that are gone
     * are passed over. Repeatable.
     */
    Mono<Void> takeIn(Map<UUID, Counted> contacts);

    /** Removes those that are counted and of which nothing has been told since they were read; how many. Repeatable. */
    Mono<Long> remove(Collection<CountableContact> contacts);
}

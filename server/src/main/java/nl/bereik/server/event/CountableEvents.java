package nl.bereik.server.event;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.period.TeamDay;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Events as the figures read them; a port. Events of which only the taking back has arrived are not there. What
 * completes is durable. Publishers error with StoreUnavailableException.
 */
public interface CountableEvents {
    /** Some uncounted events, at most {@code most}; empty when all are counted. */
    Flux<CountableEvent> uncounted(int most);

    /** All events of these days, in no order. */
    Flux<CountableEvent> on(Set<TeamDay> days);

    /** All steps of these trajectories of a team, in no order. */
    Flux<CountableEvent> ofTrajectories(String team, Collection<UUID> trajectories);

    /** The starts of a team's trajectories that continue one of these, in no order. */
    Flux<CountableEvent> continuing(String team, Collection<UUID> trajectories);

    /** Marks those of which nothing has been told since they were read; the others are left as they are. Repeatable. */
    Mono<Void> mark(Collection<Mark> marks);

    /** Makes that what was read of uncounted events of these days can no longer be used to mark them. Repeatable. */
    Mono<Void> fence(Set<TeamDay> days);

    /** The events of which something came too late for this half-year, in no order. */
    Flux<CountableEvent> late(ReportingPeriod halfYear);

    /** Takes events that came too late as counting or not after all; they are to be looked at again. Repeatable. */
    Mono<Void> takeIn(Collection<UUID> events, boolean counts);

    /** Removes those that are counted and of which nothing has been told since they were read; how many. Repeatable. */
    Mono<Long> remove(Collection<CountableEvent> events);

    /**
     * That an event needs no counting any more.
     *
     * @param counts whether it counts in the tallies
     * @param late the half-year for which something of it came too late; null when nothing did
     */
    record Mark(
            CountableEvent event, boolean counts, @Nullable String late) {}
}

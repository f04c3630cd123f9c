package nl.bereik.server.need;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.period.TeamDay;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Needs as the figures read them, under the day on which they were raised; a port. A need is uncounted from when it is
 * raised, and again from each time it is moved. Here they are removed too, once they need not count any more. What
 * completes is durable. Publishers error with StoreUnavailableException.
 */
public interface CountableNeeds {
    /** Some days that have uncounted needs, at most {@code most}. Never empty. */
    Mono<Set<TeamDay>> uncountedDays(int most);

    /** All needs of these days, in no order. */
    Flux<CountableNeed> on(Set<TeamDay> days);

    /** The needs that were raised too late for this half-year, in no order. */
    Flux<CountableNeed> late(ReportingPeriod halfYear);

    /** Removes needs, but for those that have changed since they were read. Answers how many have gone. Repeatable. */
    Mono<Long> remove(Collection<StoredNeed> read);

    /** Marks those that have not moved, and are behind no other fence, since they were read. Repeatable. */
    Mono<Void> mark(Collection<Mark> marks);

    /** Makes that what was read of uncounted needs of these days can no longer be used to mark them. Repeatable. */
    Mono<Void> fence(Set<TeamDay> days);

    /** Takes needs that came too late into the tallies after all; they are to be looked at again. Repeatable. */
    Mono<Void> takeIn(Collection<UUID> needs);

    /**
     * That a need has to be counted no more until it moves.
     *
     * @param counts whether it counts in the tally of its day
     * @param late the half-year for which it was raised too late; null when it was not
     */
    record Mark(
            CountableNeed need, boolean counts, @Nullable String late) {}
}

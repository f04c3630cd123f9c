package nl.bereik.server.reach;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.server.period.TeamDay;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Day tallies by team and day; a port. What completes is durable. Publishers error with StoreUnavailableException. */
public interface TallyStore {
    /** The teams that have tallies, each once, in no order. */
    Flux<String> teams();

    /** What {@link #revisions} says of a tally that is closed. */
    long CLOSED = -1;

    /** The revision of each day's tally; 0 when there is none, {@link #CLOSED} when it can no longer be replaced. */
    Mono<Map<TeamDay, Long>> revisions(Set<TeamDay> days);

    /**
     * Replaces each tally whose revision still is the one given, adding 1 to it.
     *
     * @param fold a random id of this fold, never used before
     * @return the days whose tally was replaced; a day may be missing although it was, never the other way round
     */
    Mono<Set<TeamDay>> replace(List<Replacement> replacements, String fold);

    /**
     * Closes the tallies of these days for good, also of those that have none yet: from now on no fold replaces them,
     * also none that had read their revisions. Repeatable.
     */
    Mono<Void> close(Set<TeamDay> days);

    /**
     * Sets what closed tallies say, for the last time; those of which this has been done, or that are not closed, are
     * left as they are. Repeatable.
     */
    Mono<Void> fix(List<DayTally> tallies);

    /** Sets what the tallies of days of sealed half-years say. Repeatable; empty. */
    Mono<Void> revise(List<DayTally> tallies);

    /** The tallies of these days, in no order; days without one are left out. */
    Flux<DayTally> of(Collection<TeamDay> days);

    /** The first day of which any team has a tally; empty when there is none. */
    Mono<LocalDate> earliest();

    /** How many trajectories of these teams run when a day begins. Never empty. */
    Mono<Long> runningBefore(Set<String> teams, LocalDate day);

    /**
     * A tally to write.
     *
     * @param revision that was read before the contacts were; 0 when there was no tally
     */
    record Replacement(DayTally tally, long revision) {
        public TeamDay teamDay() {
            return new TeamDay(tally.team(), tally.day());
        }
    }
}

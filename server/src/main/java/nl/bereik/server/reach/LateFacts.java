package nl.bereik.server.reach;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.period.TeamDay;
import reactor.core.publisher.Mono;

/**
 * A kind of thing that may come, be corrected or be taken back when the half-year of its day is sealed. Publishers are
 * never empty but where it says so, and error with StoreUnavailableException.
 */
interface LateFacts {
    /** How many things there are of which something came too late for this half-year. */
    Mono<Long> countLate(ReportingPeriod halfYear);

    /**
     * These things, as they would be taken in.
     *
     * @param sealed whether the tallies of a day are final
     */
    Mono<Late> late(ReportingPeriod halfYear, Predicate<LocalDate> sealed);

    /** Notes that those of this kind stand in the tallies as said; they are to be looked at again. Repeatable; empty. */
    Mono<Void> takeIn(List<Recount> recounts);

    /**
     * Things that came too late.
     *
     * @param recounts one for each
     * @param changes what taking them in does to the tallies of sealed days
     */
    record Late(List<Recount> recounts, Map<TeamDay, UnaryOperator<DayTally>> changes) {}
}

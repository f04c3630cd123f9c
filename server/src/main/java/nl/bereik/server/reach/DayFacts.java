package nl.bereik.server.reach;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.server.period.TeamDay;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A kind of thing that is counted in day tallies beside contact moments. Publishers are never empty but where it says
 * so, and error with StoreUnavailableException.
 */
interface DayFacts {
    /**
     * Days that have something uncounted, about {@code most} at the most; with each all days that have to be folded
     * together with it. An empty set when all has been counted.
     */
    Mono<Set<TeamDay>> uncountedDays(int most);

    /**
     * What there is of these days, and what of it counts if they are folded.
     *
     * @param sealed whether the tallies of a day are final
     */
    Mono<Read> on(Set<TeamDay> days, Predicate<LocalDate> sealed);

    /** Of what there is of these days, what counts in their tallies, now that these are closed and fenced. */
    Mono<Read> countedOn(Set<TeamDay> days);

    /** Makes that what was read of these days can no longer be used to settle them. Repeatable; empty. */
    Mono<Void> fence(Set<TeamDay> days);

    /** What is read of each of these kinds, as one. */
    static Mono<Read> all(List<DayFacts> kinds, Function<DayFacts, Mono<Read>> read) {
        return Flux.fromIterable(kinds).concatMap(read).collectList().map(Reads::new);
    }

    /** What was read of several kinds. */
    record Reads(List<Read> reads) implements Read {
        @Override
        public DayTally addTo(DayTally tally) {
            DayTally sum = tally;
            for (Read read : reads) {
                sum = read.addTo(sum);
            }
            return sum;
        }

        @Override
        public boolean hasUncounted(Predicate<TeamDay> except) {
            return reads.stream().anyMatch(read -> read.hasUncounted(except));
        }

        @Override
        public Mono<Void> settle(Predicate<TeamDay> folded, Predicate<TeamDay> sealed) {
            return Flux.fromIterable(reads)
                    .concatMap(read -> read.settle(folded, sealed))
                    .then();
        }
    }

    /** What was read of some days. */
    interface Read {
        /** The tally of one of these days with this in it. */
        DayTally addTo(DayTally tally);

        /** Whether something in it was uncounted, but for what has to be folded together with one of these days. */
        boolean hasUncounted(Predicate<TeamDay> except);

        /**
         * Marks as counted what has been read and not changed since, where its days have been folded with it or are
         * sealed. Repeatable; empty.
         */
        Mono<Void> settle(Predicate<TeamDay> folded, Predicate<TeamDay> sealed);
    }
}

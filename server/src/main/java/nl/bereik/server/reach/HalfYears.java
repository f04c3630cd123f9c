package nl.bereik.server.reach;

import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.period.PeriodSeal;
import nl.bereik.server.period.PeriodSeals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The half-years there are to seal. Publishers error with StoreUnavailableException. */
@Component
public class HalfYears {
    private static final int SHOWN = 8;

    private final PeriodSeals seals;
    private final Revisions revisions;
    private final TallyStore tallies;
    private final ReferenceData reference;
    private final Clock clock;

    HalfYears(PeriodSeals seals, Revisions revisions, TallyStore tallies, ReferenceData reference, Clock clock) {
        this.seals = seals;
        this.revisions = revisions;
        this.tallies = tallies;
        this.reference = reference;
        this.clock = clock;
    }

    /**
     * A half-year.
     *
     * @param over whether it may be sealed
     * @param seal null while it is open
     * @param late how many things came, or were corrected, too late for it and are not in a revision; 0 while it is open
     */
    public record HalfYear(
            ReportingPeriod period, boolean over, @Nullable PeriodSeal seal, long late) {}

    /**
     * Today's and some before it, back to the first of the year in which counting began, so that whole years can be
     * sealed, and any that are sealed; the newest first.
     */
    public Flux<HalfYear> all() {
        ReportingPeriod now = ReportingPeriod.halfYearOf(reference.dayOf(clock.instant()));
        ReportingPeriod some = Stream.iterate(now, ReportingPeriod::previous)
                .skip(SHOWN - 1)
                .findFirst()
                .orElseThrow();
        return Mono.zip(
                        seals.all().collectMap(PeriodSeal::period),
                        tallies.earliest()
                                .map(day -> ReportingPeriod.halfYearOf(day.withDayOfYear(1)))
                                .filter(first -> first.first().isBefore(some.first()))
                                .defaultIfEmpty(some))
                .flatMapMany(read -> Flux.fromStream(Stream.concat(
                                        Stream.iterate(
                                                now,
                                                each -> !each.first()
                                                        .isBefore(read.getT2().first()),
                                                ReportingPeriod::previous),
                                        read.getT1().keySet().stream())
                                .distinct()
                                .sorted(Comparator.comparing(ReportingPeriod::first)
                                        .reversed()))
                        .concatMap(period -> describe(period, now, read.getT1())));
    }

    /** One of them; empty when it is no half-year or has not begun. */
    public Mono<HalfYear> find(ReportingPeriod period) {
        ReportingPeriod now = ReportingPeriod.halfYearOf(reference.dayOf(clock.instant()));
        boolean is = period.equals(ReportingPeriod.halfYearOf(period.first().atDay(1)))
                && !period.first().isAfter(now.first());
        return is
                ? seals.all().collectMap(PeriodSeal::period).flatMap(begun -> describe(period, now, begun))
                : Mono.empty();
    }

    private Mono<HalfYear> describe(
            ReportingPeriod period, ReportingPeriod now, Map<ReportingPeriod, PeriodSeal> begun) {
        PeriodSeal seal = begun.get(period);
        boolean over = period.first().isBefore(now.first());
        return seal == null
                ? Mono.just(new HalfYear(period, over, null, 0))
                : revisions.count(period).map(late -> new HalfYear(period, over, seal, late));
    }
}

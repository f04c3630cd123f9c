package nl.bereik.server.target;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.target.TargetFigure;
import nl.bereik.protocol.target.TargetProgress;
import nl.bereik.server.access.Scope;
import nl.bereik.server.install.Teams;
import nl.bereik.server.reach.Figures;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts how far targets have come: in the figures of all teams of the region, of the days that are over. What was
 * counted is kept, so that a phone that pulls costs no figures. Publishers error with StoreUnavailableException.
 */
@Component
final class TargetCounting {
    /** For how long after its end a period still concerns the phones. */
    private static final int MONTHS_AFTER = 1;

    private final TargetStore store;
    private final Figures figures;
    private final Teams teams;
    private final ReferenceData reference;
    private final Clock clock;

    TargetCounting(TargetStore store, Figures figures, Teams teams, ReferenceData reference, Clock clock) {
        this.store = store;
        this.figures = figures;
        this.teams = teams;
        this.reference = reference;
        this.clock = clock;
    }

    /** The day that has not ended. */
    LocalDate today() {
        return reference.dayOf(clock.instant());
    }

    /** Whether its period runs, or has ended not long ago. */
    boolean isCurrent(Target target) {
        ReportingPeriod period = target.key().period();
        return !period.first().atDay(1).isAfter(today())
                && !period.last().atEndOfMonth().isBefore(today().minusMonths(MONTHS_AFTER));
    }

    /** Counts those that are current and have not been counted today. Repeatable. Answers how many. Never empty. */
    Mono<Integer> turn() {
        LocalDate today = today();
        return Flux.fromIterable(teams.regions().keySet())
                .concatMap(store::of)
                .filter(target -> target.countedOn().isBefore(today) && isCurrent(target))
                .collectList()
                .flatMapMany(this::count)
                .count()
                .map(Math::toIntExact);
    }

    /** These as counted now, in no order; what differs from before is kept. */
    Flux<Target> count(List<Target> targets) {
        LocalDate today = today();
        Map<Span, List<Target>> bySpan = targets.stream()
                .collect(Collectors.groupingBy(
                        target -> new Span(target.key().region(), target.key().period())));
        return Flux.fromIterable(bySpan.entrySet())
                .concatMap(span -> figures(span.getKey(), today).flatMapMany(found -> Flux.fromIterable(span.getValue())
                        .concatMap(target -> keep(target, counted(target, found, today)))));
    }

    /** Of a target that is not kept yet. */
    Mono<Target> first(TargetKey key, long number) {
        LocalDate today = today();
        return figures(new Span(key.region(), key.period()), today)
                .map(found -> new Target(
                        key, TargetProgress.of(key.figure(), number, found, lastWholeDay(key, today)), today));
    }

    private Mono<Target> keep(Target before, Target counted) {
        TargetProgress progress = counted.progress();
        return counted.equals(before)
                ? Mono.just(counted)
                : store.count(counted.key(), progress.counted(), progress.through(), counted.countedOn())
                        .thenReturn(counted);
    }

    private Target counted(Target target, ReachFigures found, LocalDate today) {
        TargetFigure figure = target.key().figure();
        TargetProgress progress =
                TargetProgress.of(figure, target.progress().number(), found, lastWholeDay(target.key(), today));
        return target.counted(progress.counted(), progress.through(), today);
    }

    private static LocalDate lastWholeDay(TargetKey key, LocalDate today) {
        return TargetProgress.lastWholeDay(key.period(), today);
    }

    private Mono<ReachFigures> figures(Span span, LocalDate today) {
        Scope scope = Scope.of(teams.of(List.of(span.region())));
        return figures.until(scope, span.period(), TargetProgress.lastWholeDay(span.period(), today));
    }

    /** What one question to the figures answers. */
    private record Span(String region, ReportingPeriod period) {}
}

package nl.bereik.server.reach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.FiguresJson;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.access.Scope;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.reach.LateFacts.Late;
import nl.bereik.server.reach.Revision.Difference;
import nl.bereik.server.reach.SettledFigures.Counted;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the figures would be with what came too late. Publishers error with StoreUnavailableException. */
@Component
final class LateDifference {
    private final List<LateFacts> kinds;
    private final SettledFigures figures;
    private final TallyStore tallies;

    LateDifference(List<LateFacts> kinds, SettledFigures figures, TallyStore tallies) {
        this.kinds = List.copyOf(kinds);
        this.figures = figures;
        this.tallies = tallies;
    }

    /**
     * What came too late for a half-year.
     *
     * @param tallies what those of sealed days become
     * @param differences of each sealed half-year that changes
     */
    record Found(List<Recount> recounts, List<DayTally> tallies, List<Difference> differences) {}

    /** Never empty. Changes nothing but that it counts what is uncounted. */
    Mono<Found> of(ReportingPeriod halfYear, List<ReportingPeriod> done) {
        Predicate<LocalDate> sealed = day -> done.stream().anyMatch(period -> period.contains(day));
        return figures.settle()
                .thenMany(Flux.fromIterable(kinds))
                .concatMap(kind -> kind.late(halfYear, sealed))
                .collectList()
                .flatMap(late -> found(late, done));
    }

    /** Counts what has to be looked at again. Empty. */
    Mono<Void> settle() {
        return figures.settle().then();
    }

    private Mono<Found> found(List<Late> late, List<ReportingPeriod> done) {
        List<Recount> recounts =
                late.stream().flatMap(kind -> kind.recounts().stream()).toList();
        Map<TeamDay, List<UnaryOperator<DayTally>>> changes = new HashMap<>();
        late.forEach(
                kind -> kind.changes().forEach((day, change) -> changes.computeIfAbsent(day, any -> new ArrayList<>())
                        .add(change)));
        return tallies.of(changes.keySet())
                .collectMap(LateDifference::teamDay)
                .map(stored -> changed(changes, stored))
                .flatMap(changed -> differences(changed, done)
                        .map(differences -> new Found(
                                recounts, changed.stream().map(Changed::after).toList(), differences)));
    }

    private static TeamDay teamDay(DayTally tally) {
        return new TeamDay(tally.team(), tally.day());
    }

    private record Changed(DayTally before, DayTally after) {
        long moreRunning() {
            return after.trajectories().moreRunning() - before.trajectories().moreRunning();
        }
    }

    private static List<Changed> changed(
            Map<TeamDay, List<UnaryOperator<DayTally>>> changes, Map<TeamDay, DayTally> stored) {
        List<Changed> changed = new ArrayList<>();
        changes.forEach((day, those) -> {
            DayTally before = stored.getOrDefault(day, new DayTally(day.team(), day.day(), ReachCounts.zero()));
            DayTally after = before;
            for (UnaryOperator<DayTally> change : those) {
                after = change.apply(after);
            }
            if (!after.equals(before)) {
                changed.add(new Changed(before, after));
            }
        });
        return changed;
    }

    private Mono<List<Difference>> differences(List<Changed> changed, List<ReportingPeriod> done) {
        return Flux.fromIterable(done)
                .filter(halfYear -> changed.stream()
                        .anyMatch(day ->
                                !day.after().day().isAfter(halfYear.last().atEndOfMonth())))
                .concatMap(halfYear -> figures.counted(
                                Scope.EVERYWHERE, halfYear, halfYear.last().atEndOfMonth())
                        .map(now -> difference(halfYear, now, changed)))
                .filter(difference -> !difference.before().equals(difference.after()))
                .collectList();
    }

    private static Difference difference(ReportingPeriod halfYear, Counted now, List<Changed> changed) {
        Map<TeamDay, DayTally> tallies = new HashMap<>();
        now.tallies().forEach(tally -> tallies.put(teamDay(tally), tally));
        long running = now.runningBefore();
        for (Changed day : changed) {
            if (halfYear.contains(day.after().day())) {
                tallies.put(teamDay(day.after()), day.after());
            } else if (day.after().day().isBefore(halfYear.first().atDay(1))) {
                running += day.moreRunning();
            }
        }
        return new Difference(
                halfYear,
                json(halfYear, now.tallies(), now.runningBefore()),
                json(halfYear, tallies.values(), running));
    }

    private static JsonObject json(ReportingPeriod halfYear, Collection<DayTally> tallies, long runningBefore) {
        return FiguresJson.of(ReachFigures.sum(halfYear, tallies, runningBefore));
    }
}

package nl.bereik.server.reach;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.access.Scope;
import nl.bereik.server.install.Teams;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.store.StoreUnavailableException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Figures read from the tallies after what has arrived has been counted. */
@Component
final class SettledFigures implements Figures {
    /** Enough for forty years of a team's days; more than that, and more arrives than can be counted. */
    private static final int MAX_TURNS = 250;

    private static final Duration AT_MOST_EVERY = Duration.ofMillis(300);
    private static final Duration BUSY_LOOP = Duration.ofSeconds(1);

    private final ReachCounter counter;
    private final TallyStore tallies;
    private final Teams teams;
    private final Sinks.Many<Boolean> bell = Sinks.many().multicast().directBestEffort();

    SettledFigures(ReachCounter counter, TallyStore tallies, Teams teams) {
        this.counter = counter;
        this.tallies = tallies;
        this.teams = teams;
    }

    /**
     * Counts until nothing is left to count. Repeatable. Answers the number of days folded here. Errors with
     * StoreUnavailableException, also when something is left after {@value #MAX_TURNS} turns: figures that lack some of
     * what has been acknowledged are not given.
     */
    Mono<Integer> settle() {
        return settle(() -> true);
    }

    /** As {@link #settle()}, as long as it is told to go on after a turn; one turn at least. */
    Mono<Integer> settle(BooleanSupplier goOn) {
        return Mono.defer(counter::turn)
                .repeat(MAX_TURNS - 1)
                .takeUntil(turn -> turn.nothingLeft() || !goOn.getAsBoolean())
                .collectList()
                .flatMap(turns -> {
                    int folded =
                            turns.stream().mapToInt(ReachCounter.Turn::folded).sum();
                    if (folded > 0) {
                        bell.emitNext(true, Sinks.EmitFailureHandler.busyLooping(BUSY_LOOP));
                    }
                    boolean left = turns.size() == MAX_TURNS
                            && !turns.get(MAX_TURNS - 1).nothingLeft();
                    return left
                            ? Mono.error(new StoreUnavailableException(
                                    new IllegalStateException("more arrives than can be counted")))
                            : Mono.just(folded);
                });
    }

    @Override
    public Mono<ReachFigures> of(Scope scope, ReportingPeriod period) {
        return until(scope, period, period.last().atEndOfMonth());
    }

    @Override
    public Mono<ReachFigures> until(Scope scope, ReportingPeriod period, LocalDate last) {
        return settle().then(Mono.defer(() -> counted(scope, period, last)))
                .map(counted -> ReachFigures.sum(period, counted.tallies(), counted.runningBefore()));
    }

    /**
     * What has been counted of a period.
     *
     * @param runningBefore how many trajectories ran when it began
     */
    record Counted(List<DayTally> tallies, long runningBefore) {}

    /**
     * What has been counted of a period until and with a day, without counting more. Never empty. Errors with
     * StoreUnavailableException.
     */
    Mono<Counted> counted(Scope scope, ReportingPeriod period, LocalDate last) {
        return Mono.defer(() -> {
            Set<String> within = Set.copyOf(teams.within(scope));
            List<TeamDay> days = period.days()
                    .takeWhile(day -> !day.isAfter(last))
                    .flatMap(day -> within.stream().map(team -> new TeamDay(team, day)))
                    .toList();
            return tallies.of(days)
                    .collectList()
                    .zipWith(tallies.runningBefore(within, period.first().atDay(1)), Counted::new);
        });
    }

    @Override
    public Flux<Boolean> changes() {
        return bell.asFlux().sample(AT_MOST_EVERY).onBackpressureLatest();
    }
}

package nl.bereik.server.reach;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.access.Scope;
import nl.bereik.server.contact.TeamDay;
import nl.bereik.server.install.Teams;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Figures read from the tallies after what has arrived has been counted. */
@Component
final class SettledFigures implements Figures {
    /** Enough for twenty years of days; more turns than that means that contacts arrive faster than they are counted. */
    private static final int MAX_TURNS = 120;

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
     * Counts until nothing is left to count, at most {@value #MAX_TURNS} turns. Repeatable. Answers the number of days
     * folded here. Errors with StoreUnavailableException.
     */
    Mono<Integer> settle() {
        return settle(() -> true);
    }

    /** As {@link #settle()}, as long as it is told to go on after a turn; one turn at least. */
    Mono<Integer> settle(BooleanSupplier goOn) {
        return Mono.defer(counter::turn)
                .repeat(MAX_TURNS - 1)
                .takeUntil(turn -> turn.nothingLeft() || !goOn.getAsBoolean())
                .reduce(0, (sum, turn) -> sum + turn.folded())
                .doOnNext(folded -> {
                    if (folded > 0) {
                        bell.emitNext(true, Sinks.EmitFailureHandler.busyLooping(BUSY_LOOP));
                    }
                });
    }

    @Override
    public Mono<ReachFigures> of(Scope scope, ReportingPeriod period) {
        return settle().then(Mono.defer(() -> {
            List<TeamDay> days = period.days()
                    .flatMap(day -> teams.within(scope).stream().map(team -> new TeamDay(team, day)))
                    .toList();
            return tallies.of(days).collectList().map(found -> ReachFigures.sum(period, found));
        }));
    }

    @Override
    public Flux<Boolean> changes() {
        return bell.asFlux().sample(AT_MOST_EVERY).onBackpressureLatest();
    }
}

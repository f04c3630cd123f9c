package nl.bereik.server.trajectory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.bereik.protocol.trajectory.Trajectory;
import nl.bereik.protocol.trajectory.Trajectory.Told;
import nl.bereik.server.event.ToldStep;
import nl.bereik.server.event.TrajectorySteps;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Finds the running trajectories of which nothing was told for long. */
@Component
public class StuckTrajectories {
    private final TrajectorySteps steps;
    private final Installs installs;

    StuckTrajectories(TrajectorySteps steps, Installs installs) {
        this.steps = steps;
        this.installs = installs;
    }

    /**
     * A trajectory that runs.
     *
     * @param lastOn the day of the last thing told of it
     * @param holder the account of whoever told that; null when nobody is known to have carried the phone
     */
    public record Stuck(
            Trajectory trajectory,
            LocalDate lastOn,
            @Nullable String holder) {}

    /**
     * The running trajectories of a team of which nothing was told on or after a day, in no order. The cost grows with
     * the trajectories that are kept. Errors with StoreUnavailableException.
     */
    public Flux<Stuck> of(String team, LocalDate since) {
        return installs.ofTeam(team)
                .filter(install -> install.holder() != null)
                .collect(Collectors.toMap(Install::id, Install::holder))
                .flatMapMany(holders -> steps.started(team)
                        .collect(Collectors.toSet())
                        .flatMapMany(started -> steps.of(team, started))
                        .filter(step -> !step.takenBack())
                        .collect(Collectors.groupingBy(step -> step.step().trajectory()))
                        .flatMapIterable(Map::values)
                        .mapNotNull(
                                trajectory -> stuck(trajectory, since, holders).orElse(null)));
    }

    private static Optional<Stuck> stuck(List<ToldStep> told, LocalDate since, Map<String, String> holders) {
        ToldStep last = told.stream()
                .max(Comparator.<ToldStep, LocalDate>comparing(
                                step -> step.step().on())
                        .thenComparing(ToldStep::opId))
                .orElseThrow();
        return Trajectory.fold(told.stream()
                        .map(step -> new Told(step.opId(), step.step()))
                        .toList())
                .filter(trajectory -> trajectory.isRunning() && last.step().on().isBefore(since))
                .map(trajectory -> new Stuck(trajectory, last.step().on(), holders.get(last.install())));
    }
}

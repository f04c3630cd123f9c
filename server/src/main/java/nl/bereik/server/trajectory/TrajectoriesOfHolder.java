package nl.bereik.server.trajectory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.trajectory.Trajectory.Told;
import nl.bereik.protocol.trajectory.TrajectoryView;
import nl.bereik.server.account.Accounts;
import nl.bereik.server.event.ToldStep;
import nl.bereik.server.event.TrajectorySteps;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.need.NeedsHeld;
import nl.bereik.server.retention.RetentionAges;
import nl.bereik.server.state.StateSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives each phone the trajectories that its holder goes on with: those of which he told something, on whichever of his
 * phones, within the age after which trajectories go, and those that started from a need that is with him. What this
 * very phone told all of it has already, so that telling a step brings no pull with it. See decision 0023.
 */
@Component
final class TrajectoriesOfHolder implements StateSource {
    /** Many times a caseload; so that a pull stays small whatever was pushed. */
    static final int MOST = 100;

    private static final Comparator<TrajectoryView> LATEST_FIRST =
            Comparator.comparing(TrajectoriesOfHolder::lastDay).reversed().thenComparing(TrajectoryView::id);

    private final TrajectorySteps steps;
    private final NeedsHeld needs;
    private final Installs installs;
    private final Accounts accounts;
    private final RetentionAges ages;
    private final ReferenceData reference;
    private final Clock clock;

    TrajectoriesOfHolder(
            TrajectorySteps steps,
            NeedsHeld needs,
            Installs installs,
            Accounts accounts,
            RetentionAges ages,
            ReferenceData reference,
            Clock clock) {
        this.steps = steps;
        this.needs = needs;
        this.installs = installs;
        this.accounts = accounts;
        this.ages = ages;
        this.reference = reference;
        this.clock = clock;
    }

    /** Those of which something was told last, {@value #MOST} at the most. */
    @Override
    public Flux<StateRecord> of(Install install) {
        Flux<UUID> told = phonesOfHolder(install).flatMapMany(phones -> steps.toldBy(phones, months()));
        Flux<UUID> started =
                needs.by(install).collectList().flatMapMany(held -> steps.startedFrom(install.team(), held));
        return Flux.concat(told, started)
                .collect(Collectors.toSet())
                .flatMapMany(found -> steps.of(install.team(), found))
                .collect(Collectors.groupingBy(step -> step.step().trajectory()))
                .flatMapIterable(found -> views(install, found.values()));
    }

    /** The installs of this phone and, when it is known who carries it, of his others in the team, revoked ones too. */
    private Mono<Set<String>> phonesOfHolder(Install install) {
        return holder(install).flatMap(holder -> installs.ofTeam(install.team())
                .filter(other ->
                        other.phone().equals(install.phone()) || (!holder.isEmpty() && holder.equals(other.holder())))
                .map(Install::id)
                .collect(Collectors.toSet()));
    }

    /** The account that carries the phone; an empty text when there is none that may sign in. */
    private Mono<String> holder(Install install) {
        return install.holder() == null
                ? Mono.just("")
                : accounts.find(install.holder())
                        .filter(account -> !account.disabled())
                        .map(account -> account.name())
                        .defaultIfEmpty("");
    }

    /** In which something was told that has not yet to go. */
    private Set<YearMonth> months() {
        LocalDate today = reference.dayOf(clock.instant());
        YearMonth first = YearMonth.from(today.minus(ages.trajectories()));
        // In the night some already write the new day.
        YearMonth last = YearMonth.from(today.plusDays(1));
        return first.atDay(1)
                .datesUntil(last.plusMonths(1).atDay(1), Period.ofMonths(1))
                .map(YearMonth::from)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<StateRecord> views(Install install, Collection<List<ToldStep>> trajectories) {
        List<TrajectoryView> views = new ArrayList<>();
        for (List<ToldStep> trajectory : trajectories) {
            boolean knowsAll =
                    trajectory.stream().allMatch(step -> step.install().equals(install.id()) && !step.takenBack());
            if (!knowsAll) {
                views.add(view(trajectory));
            }
        }
        return views.stream()
                .sorted(LATEST_FIRST)
                .limit(MOST)
                .map(TrajectoryView::record)
                .toList();
    }

    private static TrajectoryView view(List<ToldStep> trajectory) {
        return new TrajectoryView(
                trajectory.get(0).step().trajectory(),
                trajectory.stream()
                        .filter(step -> !step.takenBack())
                        .map(step -> new Told(step.opId(), step.step()))
                        .toList());
    }

    /** The earliest there is when all was taken back. */
    private static LocalDate lastDay(TrajectoryView view) {
        return view.steps().isEmpty()
                ? LocalDate.MIN
                : view.steps().get(view.steps().size() - 1).step().on();
    }
}

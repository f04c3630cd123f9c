package nl.bereik.protocol.trajectory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStep.ExitSustained;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryStep.Relapse;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.protocol.trajectory.TrajectoryStep.What;
import org.jspecify.annotations.Nullable;

/**
 * What the steps told of a trajectory amount to. One that was told twice counts by its earliest day.
 *
 * @param startedOn the day on which it started
 * @param phases the phases it is in, each with the day since when; none once it has ended
 * @param ended how it ended; null while it runs
 * @param endedOn the day on which it did; null while it runs
 * @param exitSustainedOn since when the exit is known to last; null when it is not, or there was a relapse since
 * @param relapsedOn the day of the last relapse after the exit; null when there was none
 */
public record Trajectory(
        UUID id,
        LocalDate startedOn,
        Start start,
        Map<Phase, LocalDate> phases,
        @Nullable TrajectoryEnd ended,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate exitSustainedOn,
        @Nullable LocalDate relapsedOn) {

    /**
     * A step with the id of the item that told it.
     *
     * @param opId makes a choice between steps of one day that is the same everywhere
     */
    public record Told(UUID opId, TrajectoryStep step) {
        private static final Comparator<Told> BY_DAY =
                Comparator.<Told, LocalDate>comparing(told -> told.step().on()).thenComparing(Told::opId);
    }

    public Trajectory {
        Map<Phase, LocalDate> copy = new EnumMap<>(Phase.class);
        copy.putAll(phases);
        phases = Collections.unmodifiableMap(copy);
    }

    /**
     * Folds the steps of one trajectory; empty when none of them says that it started, for then the start is still on
     * its way.
     *
     * @param told in any order; those that were taken back left out
     */
    public static Optional<Trajectory> fold(List<Told> told) {
        Told started = earliest(told, Start.class);
        if (started == null) {
            return Optional.empty();
        }
        Told ended = earliest(told, End.class);
        TrajectoryEnd how = ended == null ? null : ((End) ended.step().what()).end();
        LocalDate relapsedOn = how == TrajectoryEnd.EXITED ? latest(told, Relapse.class) : null;
        LocalDate sustainedOn = how == TrajectoryEnd.EXITED ? latest(told, ExitSustained.class) : null;
        if (sustainedOn != null && relapsedOn != null && !sustainedOn.isAfter(relapsedOn)) {
            sustainedOn = null;
        }
        return Optional.of(new Trajectory(
                started.step().trajectory(),
                started.step().on(),
                (Start) started.step().what(),
                how == null ? phases(told) : Map.of(),
                how,
                ended == null ? null : ended.step().on(),
                sustainedOn,
                relapsedOn));
    }

    private static @Nullable Told earliest(Collection<Told> told, Class<? extends What> what) {
        return told.stream()
                .filter(each -> what.isInstance(each.step().what()))
                .min(Told.BY_DAY)
                .orElse(null);
    }

    private static @Nullable LocalDate latest(Collection<Told> told, Class<? extends What> what) {
        return told.stream()
                .filter(each -> what.isInstance(each.step().what()))
                .max(Told.BY_DAY)
                .map(each -> each.step().on())
                .orElse(null);
    }

    private static Map<Phase, LocalDate> phases(List<Told> told) {
        Map<Phase, SortedMap<LocalDate, Integer>> moves = new EnumMap<>(Phase.class);
        for (Told each : told) {
            if (each.step().what() instanceof InPhase move) {
                moves.computeIfAbsent(move.phase(), phase -> new TreeMap<>())
                        .merge(each.step().on(), move.enter() ? 1 : -1, Integer::sum);
            }
        }
        Map<Phase, LocalDate> phases = new EnumMap<>(Phase.class);
        moves.forEach((phase, days) -> since(days).ifPresent(day -> phases.put(phase, day)));
        return phases;
    }

    /**
     * Since when it is in a phase.
     *
     * @param days how much oftener it entered than left, by day; 0 is out and in again, or in and out
     */
    private static Optional<LocalDate> since(SortedMap<LocalDate, Integer> days) {
        LocalDate since = null;
        for (Map.Entry<LocalDate, Integer> day : days.entrySet()) {
            if (day.getValue() < 0) {
                since = null;
            } else if (since == null ? day.getValue() > 0 : day.getValue() == 0) {
                since = day.getKey();
            }
        }
        return Optional.ofNullable(since);
    }

    public boolean isRunning() {
        return ended == null;
    }
}

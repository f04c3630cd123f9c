package nl.bereik.protocol.reach;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.bereik.protocol.trajectory.Links;
import nl.bereik.protocol.trajectory.Trajectory;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import org.jspecify.annotations.Nullable;

/**
 * The people behind trajectories: those that are linked by what they continue are of one person. What is known of a
 * person is what the first trajectory says.
 */
public final class People {
    private static final Comparator<Trajectory> BY_START =
            Comparator.comparing(Trajectory::startedOn).thenComparing(Trajectory::id);
    private static final Comparator<Trajectory> BY_END = Comparator.<Trajectory, LocalDate>comparing(
                    trajectory -> Objects.requireNonNull(trajectory.endedOn()))
            .thenComparing(Trajectory::id);

    private final Collection<List<Trajectory>> people;

    private People(Collection<List<Trajectory>> people) {
        this.people = people;
    }

    /** @param trajectories of one team, with each all that are linked to it; in any order */
    public static People of(Collection<Trajectory> trajectories) {
        Links links = new Links();
        trajectories.forEach(trajectory -> links.add(trajectory.id(), trajectory.start()));
        return new People(trajectories.stream()
                .sorted(BY_START)
                .collect(Collectors.groupingBy(trajectory -> links.person(trajectory.id())))
                .values());
    }

    /** What happened on each day; days on which nothing did are left out. */
    public Map<LocalDate, TrajectoryCounts> byDay() {
        Map<LocalDate, TrajectoryCounts> byDay = new HashMap<>();
        for (List<Trajectory> person : people) {
            Trajectory first = person.get(0);
            add(
                    byDay,
                    person,
                    Trajectory::startedOn,
                    before -> new TrajectoryCounts(
                            PersonEvents.NONE.with(cell(first, before)), Map.of(), PersonEvents.NONE, 0, 0));
            List<Trajectory> exits = person.stream()
                    .filter(trajectory -> trajectory.ended() == TrajectoryEnd.EXITED)
                    .sorted(BY_END)
                    .toList();
            add(
                    byDay,
                    exits,
                    trajectory -> Objects.requireNonNull(trajectory.endedOn()),
                    before -> new TrajectoryCounts(
                            PersonEvents.NONE, Map.of(), PersonEvents.NONE.with(cell(first, before)), 0, 0));
            person.forEach(trajectory -> addOwn(byDay, trajectory));
        }
        return byDay;
    }

    private static void add(
            Map<LocalDate, TrajectoryCounts> byDay,
            List<Trajectory> inOrder,
            Function<Trajectory, LocalDate> day,
            Function<@Nullable YearMonth, TrajectoryCounts> counts) {
        YearMonth before = null;
        for (Trajectory trajectory : inOrder) {
            LocalDate on = day.apply(trajectory);
            byDay.merge(on, counts.apply(before), TrajectoryCounts::plus);
            before = YearMonth.from(on);
        }
    }

    private static void addOwn(Map<LocalDate, TrajectoryCounts> byDay, Trajectory trajectory) {
        if (trajectory.ended() != null && trajectory.endedOn() != null) {
            byDay.merge(trajectory.endedOn(), ended(trajectory.ended()), TrajectoryCounts::plus);
        }
        if (trajectory.exitSustainedOn() != null) {
            byDay.merge(trajectory.exitSustainedOn(), afterExit(1, 0), TrajectoryCounts::plus);
        }
        if (trajectory.relapsedOn() != null) {
            byDay.merge(trajectory.relapsedOn(), afterExit(0, 1), TrajectoryCounts::plus);
        }
    }

    private static TrajectoryCounts ended(TrajectoryEnd end) {
        return new TrajectoryCounts(PersonEvents.NONE, Map.of(end, 1L), PersonEvents.NONE, 0, 0);
    }

    private static TrajectoryCounts afterExit(long sustained, long relapsed) {
        return new TrajectoryCounts(PersonEvents.NONE, Map.of(), PersonEvents.NONE, sustained, relapsed);
    }

    private static PersonEvents.Cell cell(Trajectory first, @Nullable YearMonth before) {
        return new PersonEvents.Cell(
                first.start().gender(), first.start().ageBand(), first.start().involuntary(), before);
    }
}

package nl.bereik.protocol.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.trajectory.Trajectory;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final int DAYS = 900;
    private static final LocalDate FROM = LocalDate.of(2023, 1, 1);

    /** A trajectory with the number of the person whose it is. */
    private record Of(int person, Trajectory trajectory) {}

    @Test
    void whoHasTwoTrajectoriesInAPeriodIsOnePersonByTheFirst() {
        UUID first = id(1);
        ReachFigures figures = figures(
                List.of(
                        trajectory(first, null, LocalDate.of(2025, 2, 3), AgeBand.UNDER_18, null),
                        trajectory(id(2), first, LocalDate.of(2025, 5, 3), AgeBand.FROM_18_TO_20, null)),
                "2025S1");
        assertThat(figures.trajectories().started().events()).isEqualTo(2);
        assertThat(figures.trajectoryPeople()).isEqualTo(1);
        assertThat(figures.peopleBy(person -> person.ageBand().name())).isEqualTo(Map.of("UNDER_18", 1L));
    }

    @Test
    void whoHasOneInEachPeriodCountsInEach() {
        UUID first = id(1);
        List<Trajectory> trajectories = List.of(
                trajectory(first, null, LocalDate.of(2025, 2, 3), AgeBand.UNDER_18, null),
                trajectory(id(2), first, LocalDate.of(2025, 8, 3), AgeBand.FROM_18_TO_20, null));
        assertThat(figures(trajectories, "2025S1").trajectoryPeople()).isEqualTo(1);
        assertThat(figures(trajectories, "2025S2").trajectoryPeople()).isEqualTo(1);
        assertThat(figures(trajectories, "2025").trajectoryPeople()).isEqualTo(1);
    }

    @Test
    void whatContinuesSomethingUnknownIsStillOnePerson() {
        List<Trajectory> trajectories = List.of(
                trajectory(id(2), id(1), LocalDate.of(2025, 2, 3), AgeBand.FROM_27, null),
                trajectory(id(3), id(1), LocalDate.of(2025, 3, 3), AgeBand.FROM_27, null));
        assertThat(figures(trajectories, "2025").trajectoryPeople()).isEqualTo(1);
    }

    @Test
    void aCircleIsOnePerson() {
        List<Trajectory> trajectories = List.of(
                trajectory(id(1), id(2), LocalDate.of(2025, 2, 3), AgeBand.FROM_27, null),
                trajectory(id(2), id(1), LocalDate.of(2025, 2, 3), AgeBand.FROM_27, null));
        assertThat(figures(trajectories, "2025").trajectoryPeople()).isEqualTo(1);
    }

    @Test
    void anyPeriodHasItsPeople() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<Of> all = invented(random);
            Collections.shuffle(all, random);
            List<Trajectory> trajectories = all.stream().map(Of::trajectory).toList();
            for (int i = 0; i < 20; i++) {
                YearMonth first = YearMonth.from(FROM).plusMonths(random.nextInt(28));
                ReportingPeriod period = new ReportingPeriod(first, first.plusMonths(random.nextInt(15)));
                ReachFigures figures = figures(trajectories, period.name());
                assertThat(figures.trajectoryPeople())
                        .as("seed %d, %s", seed, period)
                        .isEqualTo(all.stream()
                                .filter(of -> period.contains(of.trajectory().startedOn()))
                                .map(Of::person)
                                .distinct()
                                .count());
                assertThat(figures.peopleExited())
                        .as("seed %d, %s", seed, period)
                        .isEqualTo(all.stream()
                                .filter(of -> of.trajectory().ended() == TrajectoryEnd.EXITED
                                        && within(period, of.trajectory().endedOn()))
                                .map(Of::person)
                                .distinct()
                                .count());
                LocalDate end = period.last().atEndOfMonth();
                assertThat(figures.running())
                        .as("seed %d, %s", seed, period)
                        .isEqualTo(trajectories.stream()
                                .filter(trajectory -> !trajectory.startedOn().isAfter(end)
                                        && (trajectory.endedOn() == null
                                                || trajectory.endedOn().isAfter(end)))
                                .count());
            }
        }
    }

    private static boolean within(ReportingPeriod period, @Nullable LocalDate day) {
        return day != null && period.contains(day);
    }

    private static List<Of> invented(Random random) {
        List<Of> all = new ArrayList<>();
        for (int person = 0; person < 30; person++) {
            UUID before = null;
            LocalDate on = FROM.plusDays(random.nextInt(DAYS));
            for (int i = random.nextInt(4); i >= 0; i--) {
                UUID id = new UUID(random.nextLong(), random.nextLong());
                LocalDate ended = on.plusDays(random.nextInt(100));
                all.add(new Of(
                        person,
                        trajectory(
                                id,
                                before,
                                on,
                                AgeBand.values()[random.nextInt(5)],
                                random.nextBoolean() ? ended : null)));
                before = id;
                on = ended.plusDays(random.nextInt(60));
            }
        }
        return all;
    }

    private static ReachFigures figures(List<Trajectory> trajectories, String name) {
        ReportingPeriod period = ReportingPeriod.parse(name);
        Map<LocalDate, TrajectoryCounts> byDay = People.of(trajectories).byDay();
        long before = byDay.entrySet().stream()
                .filter(day -> day.getKey().isBefore(period.first().atDay(1)))
                .mapToLong(day -> day.getValue().moreRunning())
                .sum();
        return ReachFigures.sum(
                period,
                byDay.entrySet().stream()
                        .map(day ->
                                new DayTally("team", day.getKey(), ReachCounts.zero()).withTrajectories(day.getValue()))
                        .toList(),
                before);
    }

    private static Trajectory trajectory(
            UUID id, @Nullable UUID continues, LocalDate on, AgeBand ageBand, @Nullable LocalDate exited) {
        return new Trajectory(
                id,
                on,
                new Start(Gender.WOMAN, ageBand, false, continues, null),
                Map.of(),
                exited == null ? null : TrajectoryEnd.EXITED,
                exited,
                null,
                null);
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }
}

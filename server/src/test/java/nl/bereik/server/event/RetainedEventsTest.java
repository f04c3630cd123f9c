package nl.bereik.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.server.event.CountableEvents.Mark;
import nl.bereik.server.install.Teams;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.retention.Forgotten;
import nl.bereik.server.retention.MemoryForgotten;
import nl.bereik.server.retention.Retained;
import nl.bereik.server.retention.Retained.Due;
import nl.bereik.server.retention.RetentionAges;
import nl.bereik.server.retention.SealedDays;
import org.junit.jupiter.api.Test;

class RetainedEventsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 14);
    private static final LocalDate LAST_DAY_KEPT = DAY.plusMonths(24);
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);

    private final MemoryEventStore events = new MemoryEventStore();
    private final MemoryPeriodSeals seals = new MemoryPeriodSeals();
    private final MemoryForgotten forgotten = new MemoryForgotten();
    private final SealedDays sealed = new SealedDays(seals, new Teams(List.of("team")));
    private final RetentionAges ages = new RetentionAges(
            Period.ofMonths(24), Period.ofMonths(12), Period.ofMonths(24), Period.ofMonths(24), Period.ofMonths(1));
    private final Retained activities = new RetainedActivities(events, sealed, forgotten, ages);
    private final Retained trajectories = new RetainedTrajectories(events, sealed, forgotten, ages);

    private void tell(StoredEvent... told) {
        events.insert(List.of(told)).block();
        events.uncounted(99)
                .map(event -> new Mark(event, true, null))
                .collectList()
                .flatMap(events::mark)
                .block();
    }

    private void seal(String... periods) {
        for (String name : periods) {
            ReportingPeriod period = ReportingPeriod.parse(name);
            seals.begin(period, "anna", Instant.EPOCH).block();
            seals.finish(period).block();
        }
    }

    private static long gone(Retained kind, LocalDate today) {
        return kind.letGo(today).reduce(0L, Long::sum).blockOptional().orElseThrow();
    }

    private static List<Due> due(Retained kind, LocalDate today) {
        return Objects.requireNonNull(kind.due(today).collectList().block());
    }

    @Test
    void activitiesOfASealedHalfYearGoAfterTheirAge() {
        tell(EventSamples.registration(1, "team", DAY), EventSamples.registration(2, "team", DAY.plusDays(1)));
        assertThat(gone(activities, LAST_DAY_KEPT.plusYears(1)))
                .as("not sealed")
                .isZero();
        seal("2024S1");
        assertThat(due(activities, LAST_DAY_KEPT)).isEmpty();
        assertThat(due(activities, LAST_DAY_KEPT.plusDays(1))).containsExactly(new Due("2024S1", 1));
        assertThat(gone(activities, LAST_DAY_KEPT.plusDays(1))).isEqualTo(1);
        String key = Forgotten.keyOf(EventSamples.id(1));
        assertThat(forgotten.among(List.of(key)).block()).isEqualTo(Set.of(key));
        assertThat(gone(activities, LAST_DAY_KEPT.plusDays(1))).isZero();
    }

    @Test
    void whatIsUncountedOrCameTooLateStays() {
        tell(EventSamples.registration(1, "team", DAY));
        events.insert(List.of(EventSamples.registration(2, "team", DAY))).block();
        seal("2024S1");
        assertThat(due(activities, LAST_DAY_KEPT.plusDays(1))).containsExactly(new Due("2024S1", 1));
        events.uncounted(1)
                .map(event -> new Mark(event, false, "2024S1"))
                .collectList()
                .flatMap(events::mark)
                .block();
        assertThat(gone(activities, LAST_DAY_KEPT.plusDays(1))).isEqualTo(1);
    }

    @Test
    void aPersonsTrajectoriesGoTogether() {
        tell(
                EventSamples.start(1, "team", DAY, FIRST, null),
                EventSamples.step(2, "team", DAY.plusDays(2), FIRST, new End(TrajectoryEnd.ENDED_EARLY)),
                EventSamples.start(3, "team", DAY.plusMonths(5), SECOND, FIRST));
        seal("2024S1", "2024S2");
        LocalDate much = LAST_DAY_KEPT.plusYears(2);
        assertThat(gone(trajectories, much)).as("the second runs").isZero();
        tell(EventSamples.step(4, "team", DAY.plusMonths(6), SECOND, new End(TrajectoryEnd.COMPLETED)));
        LocalDate last = DAY.plusMonths(6).plusMonths(24);
        assertThat(gone(trajectories, last)).isZero();
        assertThat(due(trajectories, last.plusDays(1))).containsExactly(new Due("2024S2", 4));
        assertThat(gone(trajectories, last.plusDays(1))).isEqualTo(4);
        assertThat(events.ofTrajectories("team", List.of(FIRST, SECOND))
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void aTrajectoryThatTouchesAnOpenHalfYearStays() {
        tell(
                EventSamples.start(1, "team", DAY, FIRST, null),
                EventSamples.step(2, "team", DAY.plusMonths(6), FIRST, new End(TrajectoryEnd.COMPLETED)));
        seal("2024S2");
        assertThat(gone(trajectories, LAST_DAY_KEPT.plusYears(2))).isZero();
        seal("2024S1");
        assertThat(gone(trajectories, LAST_DAY_KEPT.plusYears(2))).isEqualTo(2);
    }

    @Test
    void anEndThatWasTakenBackIsNone() {
        tell(
                EventSamples.start(1, "team", DAY, FIRST, null),
                EventSamples.step(2, "team", DAY.plusDays(9), FIRST, new End(TrajectoryEnd.COMPLETED)));
        events.takeBack(List.of(new StoredTakeBack(EventSamples.id(2), "team"))).block();
        tell();
        seal("2024S1");
        assertThat(gone(trajectories, LAST_DAY_KEPT.plusYears(2))).isZero();
    }
}

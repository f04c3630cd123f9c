package nl.bereik.server.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.reach.ActivityTable;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.server.access.Scope;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.event.CountableEvent;
import nl.bereik.server.event.CountableEvents;
import nl.bereik.server.event.EventSamples;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.event.StoredEvent;
import nl.bereik.server.event.StoredTakeBack;
import nl.bereik.server.install.Teams;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.period.TeamDay;
import org.junit.jupiter.api.Test;

class EventTalliesTest {
    private static final LocalDate WINTER = LocalDate.of(2025, 2, 3);
    private static final LocalDate AUTUMN = LocalDate.of(2025, 10, 5);
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);
    private static final UUID THIRD = new UUID(1, 3);

    private final MemoryEventStore events = new MemoryEventStore();
    private final MemoryTallyStore tallies = new MemoryTallyStore();
    private final MemoryPeriodSeals seals = new MemoryPeriodSeals();

    private SettledFigures settled() {
        return new SettledFigures(counter(), tallies, new Teams(List.of("team", "other")));
    }

    private ReachCounter counter() {
        return new ReachCounter(
                new MemoryContactStore(), List.of(new EventFacts(events)), tallies, seals, new Random(1));
    }

    private ReachFigures figures(String period) {
        return settled()
                .of(Scope.EVERYWHERE, ReportingPeriod.parse(period))
                .blockOptional()
                .orElseThrow();
    }

    private void arrive(StoredEvent... those) {
        events.insert(List.of(those)).block();
    }

    private void takeBack(long number) {
        events.takeBack(List.of(new StoredTakeBack(EventSamples.id(number), "team")))
                .block();
    }

    @Test
    void activitiesCountUntilTheyAreTakenBack() {
        arrive(
                EventSamples.registration(1, "team", WINTER),
                EventSamples.consultation(2, "team", WINTER),
                EventSamples.prevention(3, "other", WINTER.plusDays(1)));
        ReachFigures figures = figures("2025S1");
        assertThat(figures.activities().registrations()).isEqualTo(1);
        assertThat(figures.activities().consultations()).isEqualTo(1);
        assertThat(figures.activities().prevention()).isEqualTo(1);
        assertThat(figures.activities().participants()).isEqualTo(Map.of(Audience.PROFESSIONAL, 12L));
        assertThat(figures.activities().table(ActivityTable.PREVENTION_BY_PROGRAMME))
                .isEqualTo(Map.of("GIRLSTALK", 1L));
        assertThat(figures.professionalsReached()).isEqualTo(13);
        takeBack(1);
        assertThat(figures("2025S1").activities().registrations()).isZero();
        assertThat(figures("2025S1").activities().consultations()).isEqualTo(1);
    }

    /** That there was one before changes the day of the one after, which nobody touched. */
    @Test
    void anEarlierTrajectoryThatArrivesLaterIsOfTheSamePerson() {
        arrive(EventSamples.start(1, "team", AUTUMN, SECOND, FIRST));
        assertThat(figures("2025").trajectoryPeople()).isEqualTo(1);
        arrive(EventSamples.start(2, "team", WINTER, FIRST, null));
        assertThat(figures("2025").trajectoryPeople()).isEqualTo(1);
        assertThat(figures("2025").trajectories().started().events()).isEqualTo(2);
        assertThat(figures("2025S2").trajectoryPeople()).isEqualTo(1);
        takeBack(2);
        assertThat(figures("2025").trajectories().started().events()).isEqualTo(1);
        assertThat(figures("2025").trajectoryPeople()).isEqualTo(1);
    }

    @Test
    void whatRunsAtTheEndBeganAnyTimeBefore() {
        arrive(
                EventSamples.start(1, "team", WINTER, FIRST, null),
                EventSamples.start(2, "team", WINTER, SECOND, null),
                EventSamples.step(3, "team", AUTUMN, FIRST, new End(TrajectoryEnd.EXITED)));
        assertThat(figures("2025S1").running()).isEqualTo(2);
        assertThat(figures("2025Q3").running()).isEqualTo(2);
        assertThat(figures("2025S2").running()).isEqualTo(1);
        assertThat(figures("2025S2").peopleExited()).isEqualTo(1);
        assertThat(figures("2026").running()).isEqualTo(1);
        assertThat(figures("2024").running()).isZero();
    }

    @Test
    void trajectoriesOfTwoTeamsAreOfTwoPeople() {
        arrive(
                EventSamples.start(1, "team", WINTER, FIRST, null),
                EventSamples.start(2, "other", WINTER, SECOND, FIRST));
        assertThat(figures("2025").trajectoryPeople()).isEqualTo(2);
    }

    @Test
    void nothingIsLeftUncountedWhenAPersonsDaysAreMany() {
        UUID before = null;
        for (int i = 0; i < 40; i++) {
            UUID id = new UUID(2, i);
            LocalDate on = LocalDate.of(2015, 1, 1).plusDays(i * 90L);
            arrive(
                    EventSamples.start(100 + 3 * i, "team", on, id, before),
                    EventSamples.step(101 + 3 * i, "team", on.plusDays(30), id, new InPhase(Phase.CONTACT, true)),
                    EventSamples.step(102 + 3 * i, "team", on.plusDays(60), id, new End(TrajectoryEnd.COMPLETED)));
            before = id;
        }
        assertThat(figures("2015-2024").trajectoryPeople()).isEqualTo(1);
        assertThat(figures("2015-2024").trajectories().started().events()).isEqualTo(40);
        assertThat(events.uncounted(1).collectList().block()).isEmpty();
    }

    @Test
    void aBacklogTakesTurnsByItsDaysAndNotByItsEvents() {
        for (int i = 0; i < 1_000; i++) {
            arrive(EventSamples.registration(i, "team", WINTER.plusDays(i / 20)));
        }
        ReachCounter counter = counter();
        assertThat(counter.turn().block()).isEqualTo(new ReachCounter.Turn(50, 50));
        assertThat(counter.turn().block()).isEqualTo(new ReachCounter.Turn(0, 0));
        assertThat(figures("2025").activities().registrations()).isEqualTo(1_000);
    }

    /** A step arrives that links a day which a turn does not look at: the rest is counted all the same. */
    @Test
    void aStepThatArrivesDuringATurnDoesNotEndTheCounting() {
        arrive(EventSamples.start(1, "team", WINTER, FIRST, null));
        for (int i = 0; i < 100; i++) {
            arrive(EventSamples.registration(1_000 + i, "team", WINTER.plusDays(i + 1)));
        }
        AtomicBoolean first = new AtomicBoolean(true);
        CountableEvents slow = (CountableEvents) Proxy.newProxyInstance(
                CountableEvents.class.getClassLoader(),
                new Class<?>[] {CountableEvents.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("uncounted") && first.getAndSet(false)) {
                        return events.uncounted(1);
                    }
                    if (method.getName().equals("on")) {
                        arrive(EventSamples.step(2, "team", AUTUMN, FIRST, new End(TrajectoryEnd.EXITED)));
                    }
                    return method.invoke(events, arguments);
                });
        ReachCounter counter = new ReachCounter(
                new MemoryContactStore(), List.of(new EventFacts(slow)), tallies, seals, new Random(1));
        ReachFigures figures = new SettledFigures(counter, tallies, new Teams(List.of("team", "other")))
                .of(Scope.EVERYWHERE, ReportingPeriod.parse("2025"))
                .blockOptional()
                .orElseThrow();
        assertThat(figures.activities().registrations()).isEqualTo(100);
        assertThat(figures.peopleExited()).isEqualTo(1);
    }

    /** While the half-year of its start is being sealed, whose steps later days have is not known. */
    @Test
    void whatIsLinkedToADayThatIsBeingSealedWaitsWithoutKeepingTheRestWaiting() {
        tallies.close(Set.of(new TeamDay("team", WINTER))).block();
        arrive(
                EventSamples.start(1, "team", WINTER, FIRST, null),
                EventSamples.step(2, "team", AUTUMN, FIRST, new End(TrajectoryEnd.EXITED)),
                EventSamples.registration(3, "team", AUTUMN.plusDays(1)));
        assertThat(figures("2025").activities().registrations()).isEqualTo(1);
        assertThat(events.uncounted(9).map(CountableEvent::opId).collectList().block())
                .containsExactlyInAnyOrder(EventSamples.id(1), EventSamples.id(2));
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        List<StoredEvent> all = new ArrayList<>(List.of(
                EventSamples.start(1, "team", WINTER, FIRST, null),
                EventSamples.step(2, "team", WINTER.plusDays(40), FIRST, new End(TrajectoryEnd.ENDED_EARLY)),
                EventSamples.start(3, "team", AUTUMN, SECOND, FIRST),
                EventSamples.step(4, "team", AUTUMN.plusDays(9), SECOND, new End(TrajectoryEnd.EXITED)),
                EventSamples.start(5, "team", AUTUMN.plusDays(20), THIRD, SECOND),
                EventSamples.step(6, "team", AUTUMN.plusDays(29), THIRD, new End(TrajectoryEnd.EXITED)),
                EventSamples.start(7, "team", WINTER, new UUID(1, 4), null)));
        EventTalliesTest inOrder = new EventTalliesTest();
        all.forEach(inOrder::arrive);
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(all, random);
            EventTalliesTest shuffled = new EventTalliesTest();
            all.forEach(event -> {
                shuffled.arrive(event);
                if (random.nextBoolean()) {
                    shuffled.figures("2025");
                }
            });
            for (String period : List.of("2025S1", "2025S2", "2025", "2025Q4")) {
                assertThat(shuffled.figures(period)).isEqualTo(inOrder.figures(period));
            }
        }
        assertThat(inOrder.figures("2025").trajectoryPeople()).isEqualTo(2);
        assertThat(inOrder.figures("2025").peopleExited()).isEqualTo(1);
    }

    @Test
    void whatComesAfterTheSealIsLateAndCountsNowhere() {
        ReportingPeriod spring = ReportingPeriod.parse("2025S1");
        arrive(EventSamples.registration(1, "team", WINTER), EventSamples.registration(2, "team", WINTER));
        figures("2025S1");
        seals.begin(spring, "coordinator", Instant.EPOCH).block();
        seals.finish(spring).block();
        arrive(EventSamples.registration(3, "team", WINTER));
        takeBack(2);
        assertThat(figures("2025S1").activities().registrations()).isEqualTo(2);
        assertThat(late(spring)).containsExactlyInAnyOrder(EventSamples.id(2), EventSamples.id(3));
        assertThat(events.uncounted(1).collectList().block()).isEmpty();
        takeBack(3);
        figures("2025S1");
        assertThat(late(spring)).containsExactly(EventSamples.id(2));
    }

    private List<UUID> late(ReportingPeriod period) {
        return Objects.requireNonNull(
                events.late(period).map(CountableEvent::opId).collectList().block());
    }
}

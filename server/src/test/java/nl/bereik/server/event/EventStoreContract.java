package nl.bereik.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.server.contact.Insertion;
import nl.bereik.server.event.CountableEvents.Mark;
import nl.bereik.server.period.TeamDay;
import org.junit.jupiter.api.Test;

/** What every store of events keeps to. */
abstract class EventStoreContract {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 14);
    private static final TeamDay HERE = new TeamDay("team", DAY);
    private static final UUID TRAJECTORY = new UUID(1, 1);
    private static final UUID NEXT = new UUID(1, 2);

    abstract EventStore store();

    abstract CountableEvents countable();

    abstract TrajectorySteps steps();

    private List<Insertion> insert(StoredEvent... events) {
        return Objects.requireNonNull(store().insert(List.of(events)).block());
    }

    private Insertion takeBack(long number, String team) {
        return Objects.requireNonNull(store().takeBack(List.of(new StoredTakeBack(EventSamples.id(number), team)))
                        .block())
                .get(0);
    }

    private List<CountableEvent> uncounted() {
        return Objects.requireNonNull(countable().uncounted(9).collectList().block());
    }

    private CountableEvent on(TeamDay day) {
        return Objects.requireNonNull(countable().on(Set.of(day)).single().block());
    }

    @Test
    void eachIdIsThereOnceWithItsFirstContent() {
        StoredEvent first = EventSamples.registration(1, "team", DAY);
        StoredEvent other = new StoredEvent(
                first.opId(), "phone", "team", new ContentHash(9, 9), first.content(), first.receivedOn());
        assertThat(insert(first, EventSamples.prevention(2, "team", DAY.plusDays(1))))
                .containsExactly(Insertion.INSERTED, Insertion.INSERTED);
        assertThat(insert(first, other, EventSamples.consultation(3, "team", DAY.plusDays(2))))
                .containsExactly(Insertion.SAME_CONTENT, Insertion.OTHER_CONTENT, Insertion.INSERTED);
        assertThat(uncounted()).hasSize(3);
        assertThat(on(HERE).content()).isEqualTo(first.content());
    }

    @Test
    void whatIsMarkedIsCountedUntilItIsTakenBack() {
        insert(EventSamples.registration(1, "team", DAY));
        countable().mark(List.of(new Mark(on(HERE), true, null))).block();
        assertThat(uncounted()).isEmpty();
        assertThat(on(HERE).counted()).isTrue();
        assertThat(takeBack(1, "team")).isEqualTo(Insertion.INSERTED);
        assertThat(takeBack(1, "team")).isEqualTo(Insertion.SAME_CONTENT);
        assertThat(uncounted()).singleElement().satisfies(event -> {
            assertThat(event.takenBack()).isTrue();
            assertThat(event.counted()).isTrue();
        });
    }

    @Test
    void theTakingBackMayComeFirst() {
        assertThat(takeBack(1, "team")).isEqualTo(Insertion.INSERTED);
        assertThat(uncounted()).isEmpty();
        assertThat(countable().on(Set.of(HERE)).collectList().block()).isEmpty();
        assertThat(insert(EventSamples.registration(1, "team", DAY))).containsExactly(Insertion.INSERTED);
        assertThat(on(HERE).takenBack()).isTrue();
        assertThat(on(HERE).uncounted()).isTrue();
    }

    @Test
    void nobodyTakesBackWhatAnotherTeamTold() {
        insert(EventSamples.registration(1, "team", DAY));
        assertThat(takeBack(1, "other")).isEqualTo(Insertion.OTHER_CONTENT);
        assertThat(on(HERE).takenBack()).isFalse();
        assertThat(takeBack(2, "other")).isEqualTo(Insertion.INSERTED);
        assertThat(insert(EventSamples.registration(2, "team", DAY.plusDays(1))))
                .containsExactly(Insertion.OTHER_CONTENT);
    }

    @Test
    void whatChangedSinceItWasReadIsNeitherMarkedNorRemoved() {
        insert(EventSamples.registration(1, "team", DAY));
        CountableEvent read = on(HERE);
        takeBack(1, "team");
        countable().mark(List.of(new Mark(read, true, null))).block();
        assertThat(uncounted()).hasSize(1);
        CountableEvent now = on(HERE);
        countable().mark(List.of(new Mark(now, false, null))).block();
        assertThat(countable().remove(List.of(read)).block()).isZero();
        assertThat(countable().remove(List.of(now)).block()).isEqualTo(1);
        assertThat(countable().on(Set.of(HERE)).collectList().block()).isEmpty();
    }

    @Test
    void afterAFenceNothingReadBeforeItCanBeMarked() {
        insert(EventSamples.registration(1, "team", DAY), EventSamples.registration(2, "team", DAY.plusDays(1)));
        CountableEvent read = on(HERE);
        CountableEvent elsewhere = on(new TeamDay("team", DAY.plusDays(1)));
        countable().fence(Set.of(HERE)).block();
        countable()
                .mark(List.of(new Mark(read, true, null), new Mark(elsewhere, true, null)))
                .block();
        assertThat(uncounted()).extracting(CountableEvent::opId).containsExactly(read.opId());
    }

    @Test
    void stepsAreFoundByTheirTrajectoryAndByWhatItContinues() {
        insert(
                EventSamples.start(1, "team", DAY, TRAJECTORY, null),
                EventSamples.step(2, "team", DAY.plusDays(3), TRAJECTORY, new End(TrajectoryEnd.COMPLETED)),
                EventSamples.start(3, "team", DAY.plusDays(9), NEXT, TRAJECTORY),
                EventSamples.start(4, "other", DAY, TRAJECTORY, null));
        assertThat(countable()
                        .ofTrajectories("team", List.of(TRAJECTORY))
                        .map(CountableEvent::opId)
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder(EventSamples.id(1), EventSamples.id(2));
        assertThat(countable()
                        .continuing("team", List.of(TRAJECTORY))
                        .map(CountableEvent::opId)
                        .collectList()
                        .block())
                .containsExactly(EventSamples.id(3));
        assertThat(countable()
                        .continuing("other", List.of(TRAJECTORY))
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void trajectoriesAreFoundByWhoToldOfThemInWhichMonth() {
        insert(
                EventSamples.start(1, "team", DAY, TRAJECTORY, null),
                EventSamples.step(2, "team", DAY.plusMonths(2), NEXT, new End(TrajectoryEnd.COMPLETED)),
                EventSamples.registration(3, "team", DAY));
        YearMonth month = YearMonth.from(DAY);
        assertThat(told("phone", month)).containsExactly(TRAJECTORY);
        assertThat(told("phone", month.plusMonths(2))).containsExactly(NEXT);
        assertThat(told("phone", month.plusMonths(1))).isEmpty();
        assertThat(told("phone", month.plusMonths(2), month)).containsExactlyInAnyOrder(TRAJECTORY, NEXT);
        assertThat(told("other", month)).isEmpty();
        assertThat(steps().toldBy(List.of(), List.of(month)).collectList().block())
                .isEmpty();
    }

    private List<UUID> told(String install, YearMonth... months) {
        return Objects.requireNonNull(
                steps().toldBy(List.of(install), List.of(months)).collectList().block());
    }

    @Test
    void startsAreFoundByTheirNeedAndByTheirTeam() {
        UUID need = new UUID(3, 3);
        Start start = new Start(Gender.MAN, AgeBand.FROM_27, false, null, need);
        insert(
                EventSamples.step(1, "team", DAY, TRAJECTORY, start),
                EventSamples.start(2, "team", DAY, NEXT, null),
                EventSamples.step(3, "other", DAY, new UUID(1, 3), start));
        assertThat(steps().startedFrom("team", List.of(need)).collectList().block())
                .containsExactly(TRAJECTORY);
        assertThat(steps().startedFrom("team", List.of()).collectList().block()).isEmpty();
        assertThat(steps().started("team").collectList().block()).containsExactlyInAnyOrder(TRAJECTORY, NEXT);
    }

    @Test
    void stepsTellWhoToldThemAndWhetherTheyWereTakenBack() {
        insert(
                EventSamples.start(1, "team", DAY, TRAJECTORY, null),
                EventSamples.step(2, "team", DAY, TRAJECTORY, new End(TrajectoryEnd.COMPLETED)),
                EventSamples.start(3, "other", DAY, TRAJECTORY, null));
        takeBack(2, "team");
        takeBack(9, "team");
        List<ToldStep> told = Objects.requireNonNull(
                steps().of("team", List.of(TRAJECTORY, NEXT)).collectList().block());
        assertThat(told).extracting(ToldStep::opId).containsExactlyInAnyOrder(EventSamples.id(1), EventSamples.id(2));
        assertThat(told).allSatisfy(step -> {
            assertThat(step.install()).isEqualTo("phone");
            assertThat(step.takenBack()).isEqualTo(step.opId().equals(EventSamples.id(2)));
        });
    }

    @Test
    void whatIsTakenInCountsAsSaidAndIsLookedAtAgain() {
        insert(EventSamples.registration(1, "team", DAY));
        CountableEvent before = on(HERE);
        countable().mark(List.of(new Mark(before, false, "2025S1"))).block();
        countable()
                .takeIn(List.of(EventSamples.id(1), EventSamples.id(9)), true)
                .block();
        assertThat(on(HERE).counted()).isTrue();
        assertThat(on(HERE).late()).isNull();
        assertThat(on(HERE).uncounted()).isTrue();
        countable().mark(List.of(new Mark(before, false, "2025S1"))).block();
        assertThat(on(HERE).counted()).as("as it was read before").isTrue();
        countable().takeIn(List.of(), false).block();
        countable().takeIn(List.of(EventSamples.id(1)), false).block();
        assertThat(on(HERE).counted()).isFalse();
    }

    @Test
    void whatIsLateIsFoundByItsHalfYear() {
        insert(EventSamples.registration(1, "team", DAY));
        countable().mark(List.of(new Mark(on(HERE), false, "2025S1"))).block();
        assertThat(countable()
                        .late(ReportingPeriod.parse("2025S1"))
                        .collectList()
                        .block())
                .hasSize(1);
        assertThat(countable()
                        .late(ReportingPeriod.parse("2025S2"))
                        .collectList()
                        .block())
                .isEmpty();
        countable().mark(List.of(new Mark(on(HERE), true, null))).block();
        assertThat(countable()
                        .late(ReportingPeriod.parse("2025S1"))
                        .collectList()
                        .block())
                .isEmpty();
    }
}

package nl.bereik.server.reach;

import static nl.bereik.server.ContactSamples.contact;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReachTable;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.FaultLine;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import nl.bereik.server.care.MemoryCareProfiles;
import nl.bereik.server.need.CountableNeed;
import nl.bereik.server.need.CountableNeeds.Mark;
import nl.bereik.server.need.NeedMove;
import nl.bereik.server.need.NeedSamples;
import nl.bereik.server.need.StoredNeed;
import nl.bereik.server.reach.Revision.Difference;
import nl.bereik.server.reach.Revisions.Outcome;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RevisionsTest {
    private static final ReportingPeriod SPRING = ReportingPeriod.parse("2025S1");
    private static final LocalDate MARCH = LocalDate.parse("2025-03-14");
    private static final LocalDate JUNE = LocalDate.parse("2025-06-30");
    private static final LocalDate JULY = LocalDate.parse("2025-07-01");
    private static final LocalDate WINTER = LocalDate.parse("2026-01-05");
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);

    private final RevisionWorld world = new RevisionWorld();

    private Difference only(String halfYear) {
        List<Difference> all = world.waiting(halfYear).differences();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void whatCameTooLateIsShownAndCountsWhenItIsTakenIn() {
        world.tell(1, MARCH);
        world.seal("2025S1");
        world.tell(2, MARCH);
        world.tell(3, JUNE);

        assertThat(world.contacts("2025S1")).isEqualTo(1);
        assertThat(world.waiting("2025S1").items()).isEqualTo(2);
        assertThat(only("2025S1").halfYear()).isEqualTo(SPRING);
        assertThat(only("2025S1").before().number("contacts")).isEqualTo(1);
        assertThat(only("2025S1").after().number("contacts")).isEqualTo(3);
        assertThat(world.contacts("2025S1")).as("looking changes nothing").isEqualTo(1);

        Difference seen = only("2025S1");
        assertThat(world.takeIn("2025S1")).isEqualTo(Outcome.TAKEN_IN);
        assertThat(world.contacts("2025S1")).isEqualTo(3);
        assertThat(world.waiting("2025S1").items()).isZero();
        assertThat(world.revisions().count(SPRING).block()).isZero();
        assertThat(world.revisions().of(SPRING).collectList().block())
                .containsExactly(new Revision(1, SPRING, 1, "anna", world.clock.instant(), 2, List.of(seen)));
        assertThat(world.trail.noted()).contains(new Noted("anna", AuditAct.PERIOD_REVISED, "2025S1"));
    }

    @Test
    void onlyWhatWasSeenIsTakenIn() {
        world.seal("2025S1");
        world.tell(1, MARCH);
        String seen = world.waiting("2025S1").digest();
        world.tell(2, MARCH);
        assertThat(world.revisions().takeIn(SPRING, seen, RevisionWorld.ANNA).block())
                .isEqualTo(Outcome.CHANGED);
        assertThat(world.contacts("2025S1")).isZero();
        assertThat(world.revisions().all().collectList().block()).isEmpty();
        assertThat(world.takeIn("2025S1")).isEqualTo(Outcome.TAKEN_IN);
        assertThat(world.takeIn("2025S1")).as("there is nothing more").isEqualTo(Outcome.CHANGED);
        assertThat(world.contacts("2025S1")).isEqualTo(2);
    }

    @Test
    void whatIsOpenHasNothingToTakeIn() {
        world.tell(1, MARCH);
        assertThat(world.revisions().waiting(SPRING).blockOptional()).isEmpty();
        assertThat(world.revisions().takeIn(SPRING, "", RevisionWorld.ANNA).block())
                .isEqualTo(Outcome.NOT_SEALED);
    }

    @Test
    void correctionsAndWhatIsTakenBackChangeTheFigures() {
        world.tell(1, MARCH);
        world.tell(2, MARCH);
        world.tell(3, MARCH);
        world.seal("2025S1");
        world.correct(1, 2, contact(JUNE, Channel.ZONE));
        world.correct(2, 2, null);
        world.correct(3, 2, contact(WINTER, Channel.STREET));
        assertThat(world.contacts("2025S1")).isEqualTo(3);
        assertThat(world.contacts("2026S1")).isZero();

        assertThat(world.takeIn("2025S1")).isEqualTo(Outcome.TAKEN_IN);
        assertThat(world.figures("2025S1").counts().table(ReachTable.CHANNEL)).isEqualTo(Map.of("ZONE", 1L));
        assertThat(world.contacts("2026S1"))
                .as("it moved to a day that is open")
                .isEqualTo(1);
        assertThat(world.waiting("2025S1").items()).isZero();
        assertThat(world.contacts.uncountedDays(1).block()).isEmpty();
    }

    @Test
    void whatMovesFromOneSealedHalfYearToAnotherChangesBoth() {
        world.tell(1, JUNE);
        world.seal("2025S1");
        world.seal("2025S2");
        world.correct(1, 2, contact(JULY, Channel.STREET));
        assertThat(world.waiting("2025S2").items()).isZero();
        assertThat(world.waiting("2025S1").differences())
                .extracting(Difference::halfYear)
                .containsExactly(SPRING, SPRING.next());

        world.takeIn("2025S1");
        assertThat(world.contacts("2025S1")).isZero();
        assertThat(world.contacts("2025S2")).isEqualTo(1);
        assertThat(world.waiting("2025S2").items()).isZero();
    }

    /** It counted on a day that was open when the correction came. */
    @Test
    void whatMovesBackFromADayThatIsSealedMeanwhileCountsOnce() {
        world.tell(1, JULY);
        world.seal("2025S1");
        world.correct(1, 2, contact(JUNE, Channel.STREET));
        assertThat(world.contacts("2025S2")).isEqualTo(1);
        world.seal("2025S2");
        world.takeIn("2025S1");
        assertThat(world.contacts("2025S1")).isEqualTo(1);
        assertThat(world.contacts("2025S2")).isZero();
    }

    @Test
    void aStartThatCameLateChangesWhoIsCountedAndWhatRunsLater() {
        world.start(2, JULY, SECOND, FIRST);
        world.seal("2025S1");
        world.seal("2025S2");
        world.start(1, MARCH, FIRST, null);
        assertThat(world.figures("2025").trajectoryPeople()).isEqualTo(1);
        assertThat(world.figures("2025").trajectories().started().events()).isEqualTo(1);

        List<Difference> differences = world.waiting("2025S1").differences();
        assertThat(differences).extracting(Difference::halfYear).containsExactly(SPRING, SPRING.next());
        assertThat(differences.get(0).after().number("trajectoriesStarted")).isEqualTo(1);
        assertThat(differences.get(1).before().number("trajectoriesRunning")).isEqualTo(1);
        assertThat(differences.get(1).after().number("trajectoriesRunning")).isEqualTo(2);
        world.takeIn("2025S1");
        ReachFigures year = world.figures("2025");
        assertThat(year.trajectories().started().events()).isEqualTo(2);
        assertThat(year.trajectoryPeople()).as("it is one person").isEqualTo(1);
        assertThat(world.figures("2025S2").running()).isEqualTo(2);
        assertThat(world.revisions().of(SPRING.next()).collectList().block()).hasSize(1);
    }

    /** Else one person would count in neither. */
    @Test
    void whatCameLateAndIsNotTakenInChangesNobodyWhoIsCountedLater() {
        world.seal("2025S1");
        world.start(2, JULY, SECOND, FIRST);
        world.start(1, MARCH, FIRST, null);
        assertThat(world.figures("2025").trajectoryPeople()).isEqualTo(1);
        world.takeIn("2025S1");
        assertThat(world.figures("2025").trajectoryPeople()).isEqualTo(1);
        assertThat(world.figures("2025S2").trajectoryPeople()).isEqualTo(1);
        assertThat(world.figures("2025").trajectories().started().events()).isEqualTo(2);
    }

    @Test
    void aNeedRaisedInTimeThatMovesIsNotLateButOneThatArrivesIs() {
        StoredNeed inTime = raise(1);
        world.seal("2025S1");
        StoredNeed.Done referred = new StoredNeed.Done(
                new UUID(8, 1), new NeedEvent(NeedAct.REFER.name(), "anja", world.clock.instant(), "bram", null));
        NeedMove move = new NeedMove(inTime.state(), referred, List.of(), null, WINTER);
        assertThat(world.needs.move(inTime, move).block()).isTrue();
        assertThat(world.waiting("2025S1").items()).as("it stays as it stood").isZero();

        raise(2);
        assertThat(world.figures("2025S1").needs().needs()).isEqualTo(1);
        assertThat(world.waiting("2025S1").items()).isEqualTo(1);
        assertThat(world.takeIn("2025S1")).isEqualTo(Outcome.TAKEN_IN);
        assertThat(world.figures("2025S1").needs().needs()).isEqualTo(2);
        assertThat(world.waiting("2025S1").items()).isZero();
    }

    /** Raised in March, and heard of now. */
    private StoredNeed raise(long number) {
        StoredNeed need = NeedSamples.stored(new UUID(7, number), "team", world.clock.instant());
        assertThat(SPRING.contains(need.need().on())).isTrue();
        world.needs.insert(List.of(need)).block();
        return need;
    }

    /** What a fold has read before the seal it may mark only after it; it then counts nowhere and is late. */
    @Test
    void aNeedReadBeforeTheSealAndMarkedAfterItIsLate() {
        StoredNeed need = raise(1);
        List<CountableNeed> read = Objects.requireNonNull(
                world.needs.on(Set.of(need.teamDay())).collectList().block());
        new NeedFacts(world.needs, new MemoryCareProfiles(), ReferenceData.gelderlandZuid())
                .fence(Set.of(need.teamDay()))
                .block();
        world.needs.mark(List.of(new Mark(read.get(0), true, null))).block();
        world.seals.begin(SPRING, "anna", world.clock.instant()).block();
        world.tallies.close(Set.of(need.teamDay())).block();
        world.seals.finish(SPRING).block();

        assertThat(world.figures("2025S1").needs().needs()).isZero();
        assertThat(world.waiting("2025S1").items()).isEqualTo(1);
        world.takeIn("2025S1");
        assertThat(world.figures("2025S1").needs().needs()).isEqualTo(1);
    }

    @Test
    void aStopAnywhereIsGoneOnFrom() {
        int taken = 0;
        int calls = 1;
        for (int fault = 0; fault <= 2 * calls + 1; fault++) {
            RevisionWorld fresh = new RevisionWorld();
            fresh.tell(1, MARCH);
            fresh.tell(2, JUNE);
            fresh.start(1, MARCH, FIRST, null);
            fresh.seal("2025S1");
            fresh.correct(1, 2, contact(WINTER, Channel.STREET));
            fresh.tell(3, JUNE);
            fresh.start(2, JUNE, SECOND, FIRST);
            String seen = fresh.waiting("2025S1").digest();
            FaultLine line = new FaultLine(fault);
            fresh.revisions(line)
                    .takeIn(SPRING, seen, RevisionWorld.ANNA)
                    .then()
                    .onErrorComplete()
                    .block();
            calls = Math.max(calls, line.calls());
            fresh.figures("2025S1");
            fresh.revisions().goOn().block();
            fresh.figures("2026S1");
            boolean done =
                    Boolean.TRUE.equals(fresh.revisions().all().hasElements().block());
            taken += done ? 1 : 0;
            assertThat(fresh.contacts("2025S1")).as("fault %d", fault).isEqualTo(2);
            assertThat(fresh.figures("2025S1").counts().table(ReachTable.CHANNEL))
                    .isEqualTo(Map.of("STREET", 2L));
            assertThat(fresh.contacts("2026S1")).as("fault %d", fault).isEqualTo(done ? 1 : 0);
            assertThat(fresh.figures("2025S1").trajectories().started().events())
                    .isEqualTo(done ? 2 : 1);
            if (!done) {
                assertThat(fresh.takeIn("2025S1")).as("fault %d", fault).isEqualTo(Outcome.TAKEN_IN);
            }
            assertThat(fresh.waiting("2025S1").items()).isZero();
            assertThat(fresh.revisions().all().collectList().block()).hasSize(1);
        }
        assertThat(taken).as("stops after it had begun").isGreaterThan(5);
        assertThat(calls).isGreaterThan(15);
    }

    @Test
    void whoGoesOnWithWhatIsDoneByNowUndoesNothingOfWhatCameAfter() {
        world.tell(1, MARCH);
        world.seal("2025S1");
        world.tell(2, MARCH);
        String seen = world.waiting("2025S1").digest();
        Mono<RevisionPlan> begun = world.store.open().filter(RevisionPlan::begun);
        for (int fault = 0; !Boolean.TRUE.equals(begun.hasElement().block()); fault++) {
            world.revisions(new FaultLine(fault))
                    .takeIn(SPRING, seen, RevisionWorld.ANNA)
                    .onErrorComplete()
                    .block();
        }
        RevisionPlan first = begun.blockOptional().orElseThrow();
        world.revisions().goOn().block();
        world.tell(3, MARCH);
        assertThat(world.takeIn("2025S1")).isEqualTo(Outcome.TAKEN_IN);
        assertThat(world.contacts("2025S1")).isEqualTo(3);

        FaultLine sound = new FaultLine(-2);
        world.revisions(sound, readLongAgo(first)).goOn().block();

        assertThat(world.contacts("2025S1")).isEqualTo(3);
        assertThat(world.waiting("2025S1").items()).isZero();
    }

    /** The plans, of which this was read before others were made. */
    private RevisionStore readLongAgo(RevisionPlan plan) {
        AtomicBoolean read = new AtomicBoolean();
        return (RevisionStore) Proxy.newProxyInstance(
                RevisionStore.class.getClassLoader(),
                new Class<?>[] {RevisionStore.class},
                (proxy, method, arguments) -> method.getName().equals("open") && read.compareAndSet(false, true)
                        ? Mono.just(plan)
                        : method.invoke(world.store, arguments));
    }

    @Test
    void nothingIsTakenInWhileAHalfYearIsBeingSealed() {
        world.seal("2025S1");
        world.tell(1, JUNE);
        String seen = world.waiting("2025S1").digest();
        world.seals.begin(SPRING.next(), "anna", world.clock.instant()).block();
        assertThat(world.revisions().takeIn(SPRING, seen, RevisionWorld.ANNA).block())
                .isEqualTo(Outcome.NOT_NOW);
        assertThat(world.contacts("2025S1")).isZero();
        world.sealing().goOn().block();
        assertThat(world.takeIn("2025S1")).isEqualTo(Outcome.TAKEN_IN);
        assertThat(world.contacts("2025S1")).isEqualTo(1);
    }

    /** It has proposed and not yet begun when the other says that it seals. */
    @Test
    void whoSealsSendsAwayWhatHasNotBegun() {
        world.seal("2025S1");
        world.tell(1, JUNE);
        RevisionPlan plan = new RevisionPlan(
                new Revision(1, SPRING, 1, "anna", world.clock.instant(), 0, List.of()),
                "other",
                false,
                List.of(),
                List.of());
        world.store.propose(plan).block();
        world.seal("2025S2");
        assertThat(world.store.begin(plan).block()).isFalse();
        assertThat(world.takeIn("2025S1")).isEqualTo(Outcome.TAKEN_IN);
    }
}

package nl.bereik.server.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.protocol.trajectory.TrajectoryStep.What;
import nl.bereik.protocol.trajectory.TrajectoryView;
import nl.bereik.server.TestPhone;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.Account;
import nl.bereik.server.account.MemoryAccounts;
import nl.bereik.server.event.EventSamples;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.event.StoredEvent;
import nl.bereik.server.event.StoredTakeBack;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.need.NeedHouse;
import nl.bereik.server.retention.RetentionAges;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TrajectoriesOfHolderTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
    private static final RetentionAges AGES = new RetentionAges(
            Period.ofMonths(24), Period.ofMonths(12), Period.ofMonths(24), Period.ofMonths(24), Period.ofMonths(1));
    private static final UUID TRAJECTORY = new UUID(1, 1);
    private static final What START = new Start(Gender.WOMAN, AgeBand.FROM_27, false, null, null);
    private static final What PHASE = new InPhase(Phase.CONTACT, true);

    private final NeedHouse house = new NeedHouse("2025-06-01T21:00:00Z");
    private final MemoryEventStore events = new MemoryEventStore();
    private final MemoryInstalls installs = new MemoryInstalls();
    private final TrajectoriesOfHolder source = new TrajectoriesOfHolder(
            events, house.held(), installs, house.accounts, AGES, ReferenceData.gelderlandZuid(), house.clock);
    private final Install lost = phone("wilma", NeedHouse.TEAM);
    private final Install fresh = phone("wilma", NeedHouse.TEAM);
    private final Install colleague = phone("wessel", NeedHouse.TEAM);
    private long number;

    TrajectoriesOfHolderTest() {
        house.add("wilma", Role.WORKER);
        house.add("wessel", Role.WORKER);
        house.add("anna", Role.CASE_MANAGER);
    }

    @Test
    void everyPhoneOfWhoeverToldOfItHasIt() {
        tell(lost, TRAJECTORY, TODAY, START);
        assertThat(of(fresh)).extracting(TrajectoryView::id).containsExactly(TRAJECTORY);
        assertThat(of(colleague)).isEmpty();
        installs.revoke(lost.id(), house.clock.instant()).block();
        assertThat(of(fresh)).as("the lost one was revoked").hasSize(1);
    }

    @Test
    void aPhoneIsNotToldWhatItToldItself() {
        tell(lost, TRAJECTORY, TODAY, START);
        tell(lost, TRAJECTORY, TODAY, PHASE);
        assertThat(of(lost)).isEmpty();
        tell(fresh, TRAJECTORY, TODAY, new InPhase(Phase.ORIENTATION, true));
        assertThat(of(lost)).singleElement().satisfies(view -> assertThat(view.steps())
                .hasSize(3));
    }

    @Test
    void whatWasTakenBackIsNotGivenAndBothPhonesHearOfThat() {
        UUID start = tell(lost, TRAJECTORY, TODAY, START);
        UUID phase = tell(lost, TRAJECTORY, TODAY, PHASE);
        events.takeBack(List.of(new StoredTakeBack(phase, NeedHouse.TEAM))).block();
        assertThat(of(lost)).isEqualTo(of(fresh));
        assertThat(of(lost).get(0).steps()).extracting(step -> step.opId()).containsExactly(start);
        events.takeBack(List.of(new StoredTakeBack(start, NeedHouse.TEAM))).block();
        assertThat(of(lost)).singleElement().satisfies(view -> assertThat(view.steps())
                .isEmpty());
    }

    @Test
    void whatNobodyOfThePhoneToldOfForLongIsNotGiven() {
        LocalDate first = TODAY.minusMonths(24).withDayOfMonth(1);
        tell(lost, TRAJECTORY, first, START);
        tell(lost, new UUID(1, 2), first.minusDays(1), START);
        assertThat(of(fresh)).extracting(TrajectoryView::id).containsExactly(TRAJECTORY);
    }

    @Test
    void aPhoneOfWhichNobodyIsKnownToCarryItHasOnlyItsOwn() {
        Install nobody = phone(null, NeedHouse.TEAM);
        Install another = phone(null, NeedHouse.TEAM);
        tell(nobody, TRAJECTORY, TODAY, START);
        tell(lost, TRAJECTORY, TODAY, PHASE);
        assertThat(of(another)).isEmpty();
        assertThat(of(nobody)).hasSize(1);
    }

    @Test
    void whoIsNotToSignInAnyMoreHasOnlyWhatThePhoneTold() {
        tell(lost, TRAJECTORY, TODAY, START);
        MemoryAccounts accounts = house.accounts;
        Account wilma = Objects.requireNonNull(accounts.find("wilma").block());
        accounts.replace(disabled(wilma)).block();
        assertThat(of(fresh)).isEmpty();
    }

    @Test
    void inAnotherTeamNothingIsKnown() {
        tell(lost, TRAJECTORY, TODAY, START);
        assertThat(of(phone("wilma", "other"))).isEmpty();
    }

    @Test
    void whoHasTheNeedKnowsTheTrajectoryThatStartedFromIt() {
        UUID need = house.raise(1, Urgency.WEEK);
        tell(lost, TRAJECTORY, TODAY, new Start(Gender.MAN, AgeBand.FROM_27, false, null, need));
        Install anna = phone("anna", NeedHouse.TEAM);
        house.act(need, NeedAct.ASSIGN, "claire", Party.COORDINATOR, "anna");
        assertThat(of(anna)).as("asked").isEmpty();
        house.act(need, NeedAct.ACCEPT, "anna", Party.CASE_MANAGER);
        assertThat(of(anna)).hasSize(1);
        assertThat(of(phone("claire", NeedHouse.TEAM))).isEmpty();
    }

    @Test
    void onlyThoseOfWhichSomethingWasToldLastAreGiven() {
        for (int i = 0; i < TrajectoriesOfHolder.MOST; i++) {
            tell(lost, new UUID(2, i), TODAY.minusDays(2), START);
        }
        tell(lost, TRAJECTORY, TODAY.minusDays(9), START);
        tell(lost, TRAJECTORY, TODAY, PHASE);
        assertThat(of(fresh))
                .hasSize(TrajectoriesOfHolder.MOST)
                .extracting(TrajectoryView::id)
                .contains(TRAJECTORY);
    }

    private static Account disabled(Account account) {
        return new Account(
                account.name(),
                account.passwordHash(),
                account.oneTimePassword(),
                account.roles(),
                account.remit(),
                account.secondStep(),
                true,
                account.stamp(),
                account.browsers(),
                account.rev(),
                account.shownAs());
    }

    private Install phone(@Nullable String holder, String team) {
        Install made = new TestPhone().install(team);
        Install carried = new Install(
                made.id(), team, made.publicKey(), null, made.enrolledAt(), null, null, null, holder, false);
        installs.add(carried).block();
        return carried;
    }

    private UUID tell(Install by, UUID trajectory, LocalDate on, What what) {
        UUID id = EventSamples.id(++number);
        events.insert(List.of(new StoredEvent(
                        id,
                        by.id(),
                        by.team(),
                        new ContentHash(number, number),
                        new StoredEvent.OfTrajectory(new TrajectoryStep(trajectory, on, what)),
                        on)))
                .block();
        return id;
    }

    private List<TrajectoryView> of(Install install) {
        List<TrajectoryView> views = new ArrayList<>();
        for (StateRecord record :
                Objects.requireNonNull(source.of(install).collectList().block())) {
            views.add(TrajectoryView.read(record).orElseThrow());
        }
        return views;
    }
}

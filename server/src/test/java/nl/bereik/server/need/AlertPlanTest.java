package nl.bereik.server.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told what, as it stands in the needs afterwards. */
final class AlertPlanTest {
    /** In the evening, before the quiet hours. */
    private final NeedHouse house = new NeedHouse("2025-06-01T19:00:00Z");

    @BeforeEach
    void people() {
        house.add("coordinator", Role.COORDINATOR);
        house.add("anna", Role.CASE_MANAGER);
        house.add("bas", Role.CASE_MANAGER);
    }

    private UUID assigned(Urgency urgency) {
        UUID id = house.raise(1, urgency);
        house.act(id, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, "anna");
        return id;
    }

    /** Who was told since, and whether urgently. */
    private Map<String, Boolean> told(UUID id) {
        return house.need(id).alerts().stream().collect(Collectors.toMap(Alert::to, Alert::urgent, Boolean::logicalOr));
    }

    private void sent(UUID id) {
        house.store.settle("", id, alerts -> List.of()).block();
    }

    /** Tried without coming through. */
    private void putOff(UUID id) {
        Instant later = house.clock.instant().plusSeconds(90);
        house.store
                .settle("", id, alerts -> alerts.stream()
                        .map(alert -> alert.again(later, Set.of()))
                        .toList())
                .block();
    }

    private void escalate(UUID id) {
        house.needs
                .rules()
                .escalate(house.need(id), List.of("coordinator", "second-coordinator"), house.clock.instant())
                .block();
    }

    private void untilNight() {
        house.clock.move(Duration.ofHours(2));
    }

    @Test
    void whoIsAskedIsTold() {
        assertThat(told(assigned(Urgency.NOW))).isEqualTo(Map.of("anna", true));
    }

    @Test
    void whatCanWaitIsNotUrgent() {
        assertThat(told(assigned(Urgency.WEEK))).isEqualTo(Map.of("anna", false));
    }

    @Test
    void theWorkerHearsOfAcceptingAndOfTheEndButNotOfStarting() {
        UUID id = assigned(Urgency.NOW);
        sent(id);
        house.act(id, NeedAct.ACCEPT, "anna", Party.CASE_MANAGER);
        assertThat(told(id)).isEqualTo(Map.of("worker", false));
        sent(id);
        house.act(id, NeedAct.START, "anna", Party.CASE_MANAGER);
        assertThat(told(id)).isEmpty();
        house.act(id, NeedAct.FINISH, "anna", Party.CASE_MANAGER);
        assertThat(told(id)).isEqualTo(Map.of("worker", false));
    }

    @Test
    void whoLosesItIsTold() {
        UUID id = assigned(Urgency.NOW);
        sent(id);
        house.act(id, NeedAct.ACCEPT, "bas", Party.CASE_MANAGER);
        assertThat(told(id)).isEqualTo(Map.of("worker", false, "anna", false));
        sent(id);
        house.act(id, NeedAct.TRANSFER, "bas", Party.CASE_MANAGER, "anna");
        assertThat(told(id)).as("not whoever did it").isEqualTo(Map.of("anna", true));
    }

    @Test
    void aReferralTellsWhoIsBroughtIn() {
        UUID id = assigned(Urgency.TODAY);
        house.act(id, NeedAct.ACCEPT, "anna", Party.CASE_MANAGER);
        sent(id);
        house.act(id, NeedAct.REFER, "anna", Party.CASE_MANAGER, "bas");
        assertThat(told(id)).isEqualTo(Map.of("bas", true));
    }

    @Test
    void whoWasNeverToldIsNotToldThatItIsGone() {
        UUID id = assigned(Urgency.ROUTINE);
        assertThat(told(id)).containsOnlyKeys("anna");
        house.act(id, NeedAct.UNASSIGN, "coordinator", Party.COORDINATOR);
        assertThat(told(id)).isEmpty();
    }

    @Test
    void ofAPhoneThatNobodyIsNamedForNobodyIsTold() {
        StoredNeed need = StoredNeed.raised(
                NeedSamples.id(7),
                "phone",
                NeedHouse.TEAM,
                NeedSamples.stored(7, NeedHouse.TEAM, house.clock.instant()).hash(),
                house.clock.instant(),
                NeedSamples.need(),
                Holder.ofPhone("phone").actor().name());
        house.store.insert(List.of(need)).block();
        house.act(need.id(), NeedAct.ACCEPT, "anna", Party.CASE_MANAGER);
        assertThat(told(need.id())).isEmpty();
    }

    @Test
    void whatIsRefusedTellsNobody() {
        UUID id = assigned(Urgency.NOW);
        house.act(id, NeedAct.ACCEPT, "anna", Party.CASE_MANAGER);
        sent(id);
        assertThat(house.act(id, NeedAct.ACCEPT, "bas", Party.CASE_MANAGER))
                .isInstanceOf(NeedDesk.Outcome.Refused.class);
        assertThat(told(id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Urgency.class,
            names = {"TODAY", "WEEK", "ROUTINE"})
    void whoAcceptsBeforeTheAlertGoesIsNotNudgedForIt(Urgency urgency) {
        untilNight();
        UUID id = assigned(urgency);
        house.act(id, NeedAct.ACCEPT, "anna", Party.CASE_MANAGER);
        assertThat(told(id)).isEqualTo(Map.of("worker", false));
        house.act(id, NeedAct.FINISH, "anna", Party.ASSIGNEE);
        assertThat(told(id)).as("what became of it is told all the same").isEqualTo(Map.of("worker", false));
    }

    @Test
    void onceSomebodyAcceptsNoCoordinatorIsWoken() {
        untilNight();
        UUID id = assigned(Urgency.TODAY);
        escalate(id);
        assertThat(told(id)).isEqualTo(Map.of("anna", true, "coordinator", true, "second-coordinator", true));
        house.act(id, NeedAct.ACCEPT, "bas", Party.CASE_MANAGER);
        assertThat(told(id)).as("anna never heard of it").isEqualTo(Map.of("worker", false));
    }

    @Test
    void whatIsTriedAgainIsGivenUpOnceSomebodyAccepts() {
        UUID id = assigned(Urgency.NOW);
        escalate(id);
        putOff(id);
        house.act(id, NeedAct.ACCEPT, "bas", Party.CASE_MANAGER);
        assertThat(told(id)).as("anna may have heard of it").isEqualTo(Map.of("worker", false, "anna", false));
    }

    @Test
    void whatIsTriedAgainIsGivenUpOnceItIsTakenBack() {
        UUID id = assigned(Urgency.NOW);
        putOff(id);
        house.act(id, NeedAct.UNASSIGN, "coordinator", Party.COORDINATOR);
        assertThat(told(id)).isEqualTo(Map.of("anna", false));
    }

    @Test
    void whileItWaitsForSomebodyTheCoordinatorsAreToldButNotTheOneWhoActs() {
        untilNight();
        UUID id = assigned(Urgency.TODAY);
        escalate(id);
        house.act(id, NeedAct.DECLINE, "anna", Party.ASSIGNEE);
        assertThat(told(id)).isEqualTo(Map.of("coordinator", true, "second-coordinator", true));
        house.act(id, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, "bas");
        assertThat(told(id)).isEqualTo(Map.of("second-coordinator", true, "bas", true));
    }

    @Test
    void whatIsWithdrawnAsksNothingOfAnybody() {
        untilNight();
        UUID id = assigned(Urgency.TODAY);
        escalate(id);
        house.act(id, NeedAct.REFER, "coordinator", Party.COORDINATOR, "bas");
        house.act(id, NeedAct.WITHDRAW, "worker", Party.RAISER);
        assertThat(told(id)).isEmpty();
    }

    @Test
    void whoIsBroughtInHearsOfItAlsoWhenItIsDoneByThen() {
        untilNight();
        UUID id = assigned(Urgency.TODAY);
        house.act(id, NeedAct.REFER, "coordinator", Party.COORDINATOR, "bas");
        house.act(id, NeedAct.ACCEPT, "anna", Party.CASE_MANAGER);
        house.act(id, NeedAct.START, "anna", Party.ASSIGNEE);
        assertThat(told(id)).isEqualTo(Map.of("worker", false, "bas", true));
        house.act(id, NeedAct.FINISH, "anna", Party.ASSIGNEE);
        assertThat(told(id)).isEqualTo(Map.of("worker", false, "bas", true));
    }

    @Test
    void whoHadItKeepsNewsThatIsHeldWhenItIsTakenFromHimAgain() {
        UUID id = assigned(Urgency.ROUTINE);
        sent(id);
        house.act(id, NeedAct.UNASSIGN, "coordinator", Party.COORDINATOR);
        house.act(id, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, "anna");
        house.act(id, NeedAct.UNASSIGN, "coordinator", Party.COORDINATOR);
        assertThat(house.need(id).alerts()).singleElement().satisfies(news -> {
            assertThat(news.to()).isEqualTo("anna");
            assertThat(news.asks()).isEqualTo(Alert.Asks.NOTHING);
        });
    }
}

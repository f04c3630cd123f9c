package nl.bereik.server.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Until when somebody must accept a need. */
final class StoredNeedTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final NeedHouse house = new NeedHouse("2025-03-14T11:00:00Z");
    private final Instant raised = house.clock.instant();
    private final UUID id = house.raise(1, Urgency.NOW);

    @BeforeEach
    void people() {
        house.add("coordinator", Role.COORDINATOR);
        house.caseManager("anna", 1, 9);
        house.caseManager("bas", 2, 9);
    }

    private Instant after(Duration some, NeedAct act, String by, Party office) {
        house.clock.move(some);
        boolean names = act.namesSomebody();
        assertThat(house.act(id, act, by, office, names ? "bas" : null)).isEqualTo(new NeedDesk.Outcome.Done());
        return house.clock.instant();
    }

    private Instant byCoordinator(Duration some, NeedAct act) {
        return after(some, act, "coordinator", Party.COORDINATOR);
    }

    private Instant byAnna(Duration some, NeedAct act) {
        return after(some, act, "anna", Party.CASE_MANAGER);
    }

    @Test
    void beforeAnybodyAcceptedItCountsFromTheRaisingHoweverManyWereAsked() {
        assertThat(house.need(id).acceptBy()).hasValue(raised.plus(HOUR));
        byCoordinator(HOUR, NeedAct.ASSIGN);
        after(HOUR, NeedAct.DECLINE, "bas", Party.CASE_MANAGER);
        byCoordinator(HOUR, NeedAct.ASSIGN);
        byCoordinator(HOUR, NeedAct.UNASSIGN);
        house.needs
                .rules()
                .escalate(house.need(id), List.of("coordinator"), house.clock.instant())
                .block();
        assertThat(house.need(id).waitsSince()).hasValue(raised);
        assertThat(house.need(id).acceptBy()).hasValue(raised.plus(HOUR));
    }

    @Test
    void onceAcceptedItCountsFromWhatTookItAway() {
        for (NeedAct act : List.of(NeedAct.UNASSIGN, NeedAct.TRANSFER)) {
            byAnna(Duration.ofMinutes(5), NeedAct.ACCEPT);
            assertThat(house.need(id).acceptBy()).isEmpty();
            byAnna(Duration.ofDays(1), NeedAct.START);
            Instant back = byCoordinator(Duration.ofDays(2), act);
            assertThat(house.need(id).acceptBy()).as("%s", act).hasValue(back.plus(HOUR));
            assertThat(house.need(id).rulesAt()).as("as the rules have it").isEqualTo(back.plus(HOUR));
        }
        Instant back = house.clock.instant();
        after(HOUR, NeedAct.DECLINE, "bas", Party.CASE_MANAGER);
        byCoordinator(HOUR, NeedAct.ASSIGN);
        assertThat(house.need(id).waitsSince())
                .as("asking another is no new time")
                .hasValue(back);
        byAnna(HOUR, NeedAct.ACCEPT);
        Instant declined = byAnna(HOUR, NeedAct.DECLINE);
        assertThat(house.need(id).acceptBy()).hasValue(declined.plus(HOUR));
    }

    @Test
    void whatWasClosedOrTriedInVainCountsFromItsReopening() {
        byCoordinator(HOUR, NeedAct.WITHDRAW);
        assertThat(house.need(id).waitsSince()).isEmpty();
        Instant again = byCoordinator(HOUR, NeedAct.REOPEN);
        assertThat(house.need(id).acceptBy()).hasValue(again.plus(HOUR));
        byAnna(HOUR, NeedAct.ACCEPT);
        byAnna(HOUR, NeedAct.MISS);
        assertThat(house.need(id).waitsSince()).as("waits for a new try").isEmpty();
        Instant newTry = byCoordinator(HOUR, NeedAct.ASSIGN);
        assertThat(house.need(id).acceptBy()).hasValue(newTry.plus(HOUR));
    }

    @Test
    void whatCanWaitHasNoTime() {
        UUID routine = house.raise(2, Urgency.ROUTINE);
        house.clock.move(Duration.ofDays(400));
        assertThat(house.need(routine).acceptBy()).isEmpty();
        assertThat(house.need(routine).waitsSince()).hasValue(raised);
    }
}

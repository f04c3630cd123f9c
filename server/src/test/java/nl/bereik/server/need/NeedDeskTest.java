package nl.bereik.server.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.bereik.protocol.need.Actor;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.need.NeedDesk.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts that hold only for a need that stands as it was seen. */
final class NeedDeskTest {
    private static final Predicate<NeedState> ASKED = state -> state.status() == NeedStatus.ASSIGNED;

    private final NeedHouse house = new NeedHouse("2025-03-14T11:00:00Z");
    private final UUID id = house.raise(1, Urgency.TODAY);

    @BeforeEach
    void bas() {
        house.add("coordinator", Role.COORDINATOR);
        house.caseManager("bas", 1, 9);
        house.act(id, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, "bas");
    }

    private Outcome asked(UUID opId, NeedAct act, Runnable meanwhile) {
        NeedDesk desk = new MemoryNeeds(
                        MeanwhileStore.over(house.store, meanwhile), house.accounts, NeedHouse.TEAMS, house.clock, 2)
                .desk();
        Actor coordinator = new Actor("coordinator", Set.of(Party.COORDINATOR));
        return Objects.requireNonNull(desk.apply(opId, NeedCommand.of(id, act), coordinator, Scope.EVERYWHERE, ASKED)
                .block());
    }

    private Outcome asked(NeedAct act, Runnable meanwhile) {
        return asked(new UUID(1, 1), act, meanwhile);
    }

    @Test
    void whoAcceptsInBetweenKeepsIt() {
        for (NeedAct act : List.of(NeedAct.UNASSIGN, NeedAct.WITHDRAW)) {
            assertThat(asked(act, () -> house.act(id, NeedAct.ACCEPT, "bas", Party.CASE_MANAGER)))
                    .as("%s", act)
                    .isEqualTo(new Outcome.Changed());
            assertThat(house.need(id).state().status()).isEqualTo(NeedStatus.ACCEPTED);
            house.act(id, NeedAct.TRANSFER, "coordinator", Party.COORDINATOR, "bas");
        }
    }

    @Test
    void whatChangesNothingInHowItStandsIsNoObstacle() {
        Runnable alerted =
                () -> house.store.settle("somebody", id, alerts -> List.of()).block();
        assertThat(asked(NeedAct.UNASSIGN, alerted)).isEqualTo(new Outcome.Done());
        assertThat(house.need(id).state().status()).isEqualTo(NeedStatus.OPEN);
    }

    @Test
    void askedTwiceUnderOneIdItWasDoneBefore() {
        UUID opId = new UUID(2, 2);
        assertThat(asked(opId, NeedAct.UNASSIGN, () -> {})).isEqualTo(new Outcome.Done());
        assertThat(asked(opId, NeedAct.UNASSIGN, () -> {})).isEqualTo(new Outcome.DoneBefore());
        assertThat(asked(NeedAct.UNASSIGN, () -> {}))
                .as("under another, it does not stand so")
                .isEqualTo(new Outcome.Changed());
    }
}

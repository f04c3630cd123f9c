package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.access.Standing;
import nl.bereik.server.need.MeanwhileStore;
import nl.bereik.server.need.MemoryNeeds;
import nl.bereik.server.need.NeedHouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody accepts between the look at how a need stands and the act. */
final class NeedActsTest {
    private final NeedHouse house = new NeedHouse("2025-03-14T11:00:00Z");
    private final UUID id = house.raise(1, Urgency.TODAY);
    private final NeedActs acts = new NeedActs(
            new NeedReader(
                    house.store,
                    house.accounts,
                    house.profiles,
                    NeedHouse.TEAMS,
                    ReferenceData.gelderlandZuid(),
                    house.clock),
            new MemoryNeeds(
                            MeanwhileStore.over(
                                    house.store, () -> house.act(id, NeedAct.ACCEPT, "bas", Party.CASE_MANAGER)),
                            house.accounts,
                            NeedHouse.TEAMS,
                            house.clock,
                            2)
                    .desk(),
            new SplittableRandom(3));

    @BeforeEach
    void bas() {
        house.caseManager("bas", 1, 9);
        house.act(id, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, "bas");
    }

    private NeedActs.Came came(NeedAct act, @Nullable String seen) {
        Person coordinator = new Person("coordinator", Set.of(Role.COORDINATOR), Scope.EVERYWHERE, Standing.FULL);
        return Objects.requireNonNull(acts.act(coordinator, id, act, null, seen).block());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNASSIGN", "WITHDRAW"})
    void whatWasSeenHasToHoldWhenItIsDone(NeedAct act) {
        NeedActs.Came came = came(act, "ASSIGNED bas");
        assertThat(came.problem()).isEqualTo(NeedActs.Problem.CHANGED);
        assertThat(came.need().state().status()).as("as it is now").isEqualTo(NeedStatus.ACCEPTED);
        assertThat(house.need(id).state().assignee()).isEqualTo("bas");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNASSIGN", "WITHDRAW"})
    void whereItDoesNotMatterItIsDone(NeedAct act) {
        assertThat(came(act, null).problem()).isNull();
        assertThat(house.need(id).state().status()).isEqualTo(act.to());
    }
}

package nl.bereik.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import org.junit.jupiter.api.Test;

/** When who was asked does not take it: somebody else, or the coordinator. */
final class EscalationTest extends AssigningHouse {
    @Test
    void nobodyAcceptsInTimeThenTheNextIsAskedThenTheCoordinatorIsTold() {
        UUID id = house.raise(1, Urgency.NOW);
        turns();
        house.clock.move(Duration.ofMinutes(59));
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE");
        house.clock.move(Duration.ofMinutes(1));
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE", "ASSIGN bas NEXT");
        house.clock.move(Duration.ofHours(1));
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE", "ASSIGN bas NEXT", "ESCALATE COORDINATOR");
        assertThat(told(id)).containsKey("coordinator");
        assertThat(house.need(id).state().assignee()).as("can still accept").isEqualTo("bas");
        house.clock.move(Duration.ofHours(1));
        turns();
        assertThat(timeline(id)).hasSize(4).last().isEqualTo("ESCALATE COORDINATOR");
        house.clock.move(Duration.ofDays(30));
        turns();
        assertThat(timeline(id)).as("told twice and no more").hasSize(4);
    }

    @Test
    void whoIsWishedForIsFollowedByOneOtherBeforeTheCoordinatorToo() {
        UUID id = house.raise(1, Urgency.NOW, "GGD");
        for (int i = 0; i < 4; i++) {
            turns();
            house.clock.move(Duration.ofHours(1));
        }
        assertThat(timeline(id))
                .containsExactly(
                        "ASSIGN anna WISHED", "ASSIGN bas NEXT", "ESCALATE COORDINATOR", "ESCALATE COORDINATOR");
    }

    @Test
    void whatWasHandedOverIsPassedOnOnceMore() {
        UUID id = house.raise(1, Urgency.NOW);
        turns();
        house.clock.move(Duration.ofHours(1));
        turns();
        house.act(id, NeedAct.ACCEPT, "bas", Party.CASE_MANAGER);
        house.act(id, NeedAct.TRANSFER, "bas", Party.CASE_MANAGER, "dora");
        house.clock.move(Duration.ofHours(1));
        turns();
        assertThat(timeline(id)).endsWith("TRANSFER dora", "ASSIGN claire NEXT");
    }

    @Test
    void whoAcceptsInTimeStopsIt() {
        UUID id = house.raise(1, Urgency.NOW);
        turns();
        house.act(id, NeedAct.ACCEPT, "anna", Party.CASE_MANAGER);
        house.clock.move(Duration.ofDays(2));
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE", "ACCEPT");
        assertThat(told(id)).containsKey("worker");
    }

    @Test
    void whoDeclinesIsFollowedAtOnceByAllOthersBeforeTheCoordinator() {
        UUID id = house.raise(1, Urgency.WEEK);
        turns();
        for (String name : List.of("anna", "bas", "claire")) {
            assertThat(house.need(id).state().assignee()).isEqualTo(name);
            house.act(id, NeedAct.DECLINE, name, Party.CASE_MANAGER);
            turns();
        }
        assertThat(house.need(id).state().status()).isEqualTo(NeedStatus.DECLINED);
        assertThat(timeline(id)).last().isEqualTo("ESCALATE COORDINATOR");
    }

    @Test
    void whatCanWaitNeverEscalates() {
        UUID id = house.raise(1, Urgency.ROUTINE);
        turns();
        assertThat(house.need(id).rulesAt()).isNull();
        house.clock.move(Duration.ofDays(60));
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE");
    }

    @Test
    void whenNobodyCouldBeAskedTheRulesLookOnceMore() {
        house.profiles.remove("anna").block();
        house.profiles.remove("bas").block();
        house.profiles.remove("claire").block();
        UUID id = house.raise(1, Urgency.NOW);
        turns();
        assertThat(timeline(id)).containsExactly("ESCALATE COORDINATOR");
        house.caseManager("eva", 1, 1);
        house.clock.move(Duration.ofHours(1));
        turns();
        assertThat(timeline(id)).containsExactly("ESCALATE COORDINATOR", "ASSIGN eva RULE");
    }

    @Test
    void reopenedNeedsAreAssignedAnew() {
        UUID id = house.raise(1, Urgency.TODAY);
        turns();
        house.act(id, NeedAct.ACCEPT, "anna", Party.CASE_MANAGER);
        house.act(id, NeedAct.FINISH, "anna", Party.CASE_MANAGER);
        house.act(id, NeedAct.REOPEN, "coordinator", Party.COORDINATOR);
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE", "ACCEPT", "FINISH", "REOPEN", "ASSIGN anna RULE");
    }

    @Test
    void whatTheCoordinatorAssignedIsPassedOnByTheRulesWhenNobodyAccepts() {
        UUID id = house.raise(1, Urgency.NOW);
        turns();
        house.act(id, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, "dora");
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE", "ASSIGN dora");
        house.clock.move(Duration.ofHours(1));
        turns();
        assertThat(timeline(id)).last().isEqualTo("ASSIGN bas NEXT");
    }
}

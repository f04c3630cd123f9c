package nl.bereik.server.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedView;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.TestPhone;
import nl.bereik.server.access.Role;
import nl.bereik.server.install.Install;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a phone is told of when a team has more needs than fit. */
class NeedsOfHolderTest {
    private static final int MANY = NeedsOfHolder.MOST + 20;

    private final NeedHouse house = new NeedHouse("2025-03-01T12:00:00Z");
    private final NeedsOfHolder slices = new NeedsOfHolder(
            house.store, new Holders(house.accounts, NeedHouse.TEAMS), ReferenceData.gelderlandZuid(), house.clock);

    @BeforeEach
    void people() {
        house.add("worker", Role.WORKER);
        house.add("anna", Role.CASE_MANAGER);
        house.add("bas", Role.CASE_MANAGER);
        house.add("coordinator", Role.COORDINATOR);
    }

    @Test
    void whatOneHasIsToldHoweverMuchCameSince() {
        UUID accepted = taken(1, "anna");
        house.clock.move(Duration.ofHours(1));
        UUID beside = taken(2, "bas");
        house.act(beside, NeedAct.REFER, "bas", Party.ASSIGNEE, "anna");
        house.clock.move(Duration.ofHours(1));
        UUID asked = house.raise(3, Urgency.ROUTINE);
        house.act(asked, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, "anna");
        house.clock.move(Duration.ofDays(7));
        raise(1_000, MANY, Urgency.NOW);

        assertThat(told("anna")).hasSize(NeedsOfHolder.MOST).startsWith(accepted, beside, asked);
        assertThat(told("bas")).as("of others").contains(beside).doesNotContain(accepted);
    }

    @Test
    void whatIsOverdueThenUrgentThenOldComesBeforeTheRest() {
        UUID overdue = house.raise(1, Urgency.WEEK);
        house.clock.move(Duration.ofDays(8));
        UUID routine = house.raise(2, Urgency.ROUTINE);
        house.clock.move(Duration.ofHours(1));
        raise(1_000, MANY, Urgency.ROUTINE);
        house.clock.move(Duration.ofHours(1));
        UUID today = house.raise(3, Urgency.TODAY);
        UUID now = house.raise(4, Urgency.NOW);

        assertThat(told("anna")).hasSize(NeedsOfHolder.MOST).startsWith(overdue, now, today, routine);
    }

    @Test
    void whatIsOnlyToKnowComesAfterWhatIsToTakeTheNewestFirst() {
        UUID done = taken(1, "anna");
        house.act(done, NeedAct.FINISH, "anna", Party.ASSIGNEE);
        house.clock.move(Duration.ofHours(1));
        UUID inHand = taken(2, "anna");
        house.clock.move(Duration.ofHours(1));
        UUID missed = taken(3, "anna");
        house.act(missed, NeedAct.MISS, "anna", Party.ASSIGNEE);
        house.clock.move(Duration.ofHours(1));
        raise(1_000, NeedsOfHolder.MOST - 2, Urgency.ROUTINE);

        assertThat(told("coordinator"))
                .hasSize(NeedsOfHolder.MOST)
                .startsWith(missed)
                .endsWith(inHand)
                .doesNotContain(done);
        assertThat(told("anna"))
                .as("what one finished oneself is only to know")
                .hasSize(NeedsOfHolder.MOST)
                .startsWith(inHand, missed)
                .doesNotContain(done);
    }

    private void raise(int first, int many, Urgency urgency) {
        Instant now = house.clock.instant();
        house.store
                .insert(IntStream.range(first, first + many)
                        .mapToObj(number -> NeedHouse.raised(number, urgency, now))
                        .toList())
                .block();
    }

    private UUID taken(long number, String by) {
        UUID need = house.raise(number, Urgency.ROUTINE);
        house.act(need, NeedAct.ACCEPT, by, Party.CASE_MANAGER);
        return need;
    }

    private List<UUID> told(String holder) {
        TestPhone phone = new TestPhone();
        Install install = phone.install(NeedHouse.TEAM);
        Install held = new Install(
                install.id(),
                NeedHouse.TEAM,
                install.publicKey(),
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                holder,
                false);
        return Objects.requireNonNull(slices.of(held).collectList().block()).stream()
                .map(NeedView::read)
                .flatMap(Optional::stream)
                .map(NeedView::id)
                .toList();
    }
}

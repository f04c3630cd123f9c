package nl.bereik.server.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reach.FiguresJson;
import nl.bereik.protocol.reach.NeedCounts;
import nl.bereik.protocol.reach.NeedTable;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.FaultLine;
import nl.bereik.server.access.Scope;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.need.CountableNeeds;
import nl.bereik.server.need.NeedHouse;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.period.TeamDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Needs in the day tallies and in the figures. */
final class NeedTalliesTest {
    private static final ReportingPeriod HALF_YEAR = ReportingPeriod.parse("2025S1");
    private static final TeamDay DAY = new TeamDay(NeedHouse.TEAM, LocalDate.of(2025, 3, 14));

    private final NeedHouse house = new NeedHouse("2025-03-14T12:00:00Z");
    private final MemoryTallyStore tallies = new MemoryTallyStore();
    private final MemoryPeriodSeals seals = new MemoryPeriodSeals();

    @BeforeEach
    void people() {
        house.caseManager("anna", 1, 9);
    }

    private ReachCounter counter(CountableNeeds needs) {
        return new ReachCounter(
                new MemoryContactStore(),
                List.of(new NeedFacts(needs, house.profiles, ReferenceData.gelderlandZuid())),
                tallies,
                seals,
                new Random(1));
    }

    private NeedCounts counts() {
        return figures().needs();
    }

    private ReachFigures figures() {
        return new SettledFigures(counter(house.store), tallies, NeedHouse.TEAMS)
                .of(Scope.EVERYWHERE, HALF_YEAR)
                .blockOptional()
                .orElseThrow();
    }

    private void after(int minutes, UUID need, NeedAct act) {
        house.clock.move(Duration.ofMinutes(minutes));
        assertThat(house.act(need, act, "anna", Party.CASE_MANAGER)).isNotNull();
    }

    @Test
    void whatIsRaisedCountsUnderItsDayAndAgainWhenItMoves() {
        UUID need = house.raise(1, Urgency.NOW);
        NeedCounts raised = counts();
        assertThat(raised.needs()).isEqualTo(1);
        assertThat(raised.table(NeedTable.LIFE_DOMAIN)).containsOnly(Map.entry("HOUSING", 1L));
        assertThat(raised.table(NeedTable.PARTNER)).containsOnly(Map.entry("NONE", 1L));
        assertThat(raised.withDeadline()).isEqualTo(1);
        assertThat(raised.inTime()).isZero();
        assertThat(raised.toAccept().count()).isZero();

        after(60, need, NeedAct.ACCEPT);
        after(30, need, NeedAct.FINISH);
        NeedCounts done = counts();
        assertThat(done.needs()).isEqualTo(1);
        assertThat(done.inTime()).as("within the hour").isEqualTo(1);
        assertThat(done.toAccept().minutes()).containsOnly(Map.entry(60L, 1L));
        assertThat(done.toDone().minutes()).containsOnly(Map.entry(90L, 1L));
        assertThat(done.table(NeedTable.PARTNER)).as("who had it").containsOnly(Map.entry("GGD", 1L));
    }

    @Test
    void anOrganisationThatIsNotConfiguredIsNone() {
        house.caseManager("bas", 2, 9, "RETIRED");
        house.raise(1, Urgency.NOW, "MOVIERA");
        house.raise(2, Urgency.NOW, "Maria");
        UUID taken = house.raise(3, Urgency.NOW, "MOVIERA");
        house.act(taken, NeedAct.ACCEPT, "bas", Party.CASE_MANAGER);
        assertThat(counts().table(NeedTable.PARTNER)).containsOnly(Map.entry("MOVIERA", 1L), Map.entry("NONE", 2L));
    }

    @Test
    void howLongItTookCountsFromTheRaisingWhateverBecameOfItLater() {
        UUID need = house.raise(1, Urgency.NOW);
        after(5, need, NeedAct.ACCEPT);
        house.caseManager("bas", 2, 9);
        house.clock.move(Duration.ofDays(2));
        house.act(need, NeedAct.TRANSFER, "anna", Party.CASE_MANAGER, "bas");
        house.clock.move(Duration.ofHours(3));
        house.act(need, NeedAct.ACCEPT, "bas", Party.CASE_MANAGER);
        assertThat(counts().toAccept().minutes()).containsOnly(Map.entry(5L, 1L));
        assertThat(counts().inTime()).isEqualTo(1);
    }

    @Test
    void theFiguresTellHowLongItTookAndHowOftenInTime() {
        for (int i = 1; i <= 10; i++) {
            UUID need = house.raise(i, Urgency.NOW);
            after(i * 10, need, NeedAct.ACCEPT);
        }
        house.raise(11, Urgency.ROUTINE);
        UUID withdrawn = house.raise(12, Urgency.TODAY);
        house.act(withdrawn, NeedAct.WITHDRAW, "worker", Party.CASE_MANAGER);

        JsonObject json = FiguresJson.of(figures());
        assertThat(json.number("needs")).isEqualTo(12);
        assertThat(json.object("needsBy_urgency"))
                .isEqualTo(JsonObject.of(Map.of("NOW", 10L, "ROUTINE", 1L, "TODAY", 1L)));
        assertThat(json.number("needsWithDeadline")).isEqualTo(10);
        assertThat(json.number("needsAcceptedInTime")).isEqualTo(6);
        assertThat(json.object("needsMinutesToAccept"))
                .isEqualTo(JsonObject.of(Map.of("count", 10L, "median", 50L, "p90", 90L)));
        assertThat(json.object("needsMinutesToDone")).isEqualTo(JsonObject.of(Map.of("count", 0L)));
    }

    @Test
    void whatIsCountedIsNotCountedAgainUntilItMoves() {
        UUID need = house.raise(1, Urgency.NOW);
        counts();
        assertThat(house.store.uncountedDays(9).block()).isEmpty();
        after(1, need, NeedAct.ACCEPT);
        assertThat(house.store.uncountedDays(9).block()).containsExactly(DAY);
    }

    @Test
    void aStopAnywhereOnlyMeansCountingAgain() {
        int faults = 0;
        for (int fault = 0; ; fault++) {
            NeedTalliesTest fresh = new NeedTalliesTest();
            fresh.people();
            UUID need = fresh.house.raise(1, Urgency.NOW);
            fresh.counts();
            fresh.after(5, need, NeedAct.ACCEPT);
            FaultLine line = new FaultLine(fault);
            boolean failed = fresh.counter(line.around(CountableNeeds.class, fresh.house.store))
                    .turn()
                    .map(turn -> false)
                    .onErrorReturn(true)
                    .blockOptional()
                    .orElseThrow();
            assertThat(fresh.counts().toAccept().minutes()).containsOnly(Map.entry(5L, 1L));
            if (!failed) {
                break;
            }
            faults++;
        }
        assertThat(faults).as("calls that can fail").isGreaterThanOrEqualTo(3);
    }

    @Test
    void sealedFiguresStay() {
        UUID need = house.raise(1, Urgency.NOW);
        counts();
        seals.begin(HALF_YEAR, "anna", house.clock.instant()).block();
        tallies.close(Set.of(DAY)).block();
        seals.finish(HALF_YEAR).block();
        after(5, need, NeedAct.ACCEPT);
        assertThat(counts().toAccept().count()).isZero();
        assertThat(house.store.uncountedDays(9).block()).isEmpty();
    }
}

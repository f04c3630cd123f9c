package nl.bereik.server.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.need.CountableNeeds.Mark;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.retention.Forgotten;
import nl.bereik.server.retention.MemoryForgotten;
import nl.bereik.server.retention.Retained.Due;
import nl.bereik.server.retention.RetentionAges;
import nl.bereik.server.retention.SealedDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Needs raised on 14 March 2025; closed on that day if they are. */
final class RetainedNeedsTest {
    private static final LocalDate LAST_DAY_KEPT = LocalDate.of(2026, 3, 14);

    private final NeedHouse house = new NeedHouse("2025-03-14T12:00:00Z");
    private final MemoryPeriodSeals seals = new MemoryPeriodSeals();
    private final MemoryForgotten forgotten = new MemoryForgotten();
    private final RetainedNeeds needs = new RetainedNeeds(
            house.store,
            new SealedDays(seals, NeedHouse.TEAMS),
            forgotten,
            new RetentionAges(
                    Period.ofYears(9), Period.ofMonths(12), Period.ofYears(9), Period.ofYears(9), Period.ofMonths(1)),
            ReferenceData.gelderlandZuid());

    private UUID closed(long number) {
        UUID need = house.raise(number, Urgency.TODAY);
        house.act(need, NeedAct.WITHDRAW, "worker", Party.CASE_MANAGER);
        return need;
    }

    private void seal() {
        ReportingPeriod period = ReportingPeriod.parse("2025S1");
        seals.begin(period, "anna", house.clock.instant()).block();
        seals.finish(period).block();
    }

    /** @param late the half-year for which they were raised too late; null when they were not */
    private void mark(@Nullable String late) {
        Set<TeamDay> days = house.store.uncountedDays(10).blockOptional().orElseThrow();
        house.store
                .on(days)
                .map(need -> new Mark(need, late == null, late))
                .collectList()
                .flatMap(house.store::mark)
                .block();
    }

    private long gone(LocalDate today) {
        return needs.letGo(today).reduce(0L, Long::sum).blockOptional().orElseThrow();
    }

    @Test
    void closedNeedsOfASealedHalfYearGoAfterTheirAge() {
        UUID closed = closed(1);
        UUID open = house.raise(2, Urgency.TODAY);
        mark(null);
        assertThat(gone(LAST_DAY_KEPT.plusYears(1))).as("not sealed").isZero();
        seal();
        assertThat(needs.due(LAST_DAY_KEPT).collectList().block()).isEmpty();
        assertThat(gone(LAST_DAY_KEPT)).isZero();

        assertThat(needs.due(LAST_DAY_KEPT.plusDays(1)).collectList().block()).containsExactly(new Due("2025S1", 1));
        assertThat(gone(LAST_DAY_KEPT.plusDays(1))).isEqualTo(1);
        assertThat(house.store.find(closed).blockOptional()).isEmpty();
        assertThat(house.store.find(open).blockOptional()).as("however old").isPresent();
        assertThat(gone(LAST_DAY_KEPT.plusDays(1))).isZero();
    }

    @Test
    void whatHasGoneDoesNotComeBack() {
        UUID closed = closed(1);
        mark(null);
        seal();
        gone(LAST_DAY_KEPT.plusDays(1));
        String key = Forgotten.keyOf(closed);
        assertThat(forgotten.among(List.of(key)).block()).isEqualTo(Set.of(key));
    }

    @Test
    void whatIsNotCountedOrCameTooLateStays() {
        UUID closed = closed(1);
        seal();
        LocalDate old = LAST_DAY_KEPT.plusYears(1);
        assertThat(gone(old)).as("not counted").isZero();
        mark("2025S1");
        assertThat(gone(old)).as("too late, and not taken in").isZero();
        house.store.takeIn(List.of(closed)).block();
        mark(null);
        assertThat(gone(old)).isEqualTo(1);
    }

    @Test
    void whatIsReopenedMeanwhileStays() {
        UUID closed = closed(1);
        StoredNeed read = house.need(closed);
        house.act(closed, NeedAct.REOPEN, "worker", Party.CASE_MANAGER);
        assertThat(house.store.remove(List.of(read)).block()).isZero();
        assertThat(house.store.find(closed).blockOptional()).isPresent();
    }
}

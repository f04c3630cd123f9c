package nl.bereik.server.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.period.TeamDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of needs keeps to for the figures. */
abstract class CountableNeedsContract {
    private static final Instant NOW = Instant.parse("2025-03-14T22:41:07Z");
    private static final LocalDate DAY = LocalDate.of(2025, 3, 14);
    private static final TeamDay HERE = new TeamDay("team", DAY);
    private static final TeamDay THERE = new TeamDay("other", DAY);

    abstract NeedStore store();

    abstract CountableNeeds countable();

    private StoredNeed insert(long number, String team) {
        StoredNeed need = NeedSamples.stored(number, team, NOW);
        store().insert(List.of(need)).block();
        return need;
    }

    private StoredNeed moved(StoredNeed need) {
        StoredNeed.Done done = new StoredNeed.Done(
                new UUID(3, need.rev()), new NeedEvent(NeedAct.REFER.name(), "anja", NOW, "bram", null));
        assertThat(store().move(need, new NeedMove(need.state(), done, List.of(), null, DAY))
                        .block())
                .isTrue();
        return Objects.requireNonNull(store().find(need.id()).block());
    }

    private Set<TeamDay> uncounted() {
        return Objects.requireNonNull(countable().uncountedDays(9).block());
    }

    private List<StoredNeed> on(TeamDay... days) {
        return countable()
                .on(Set.of(days))
                .map(CountableNeed::need)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private CountableNeed countable(StoredNeed need) {
        return countable()
                .on(Set.of(need.teamDay()))
                .filter(found -> found.need().id().equals(need.id()))
                .next()
                .blockOptional()
                .orElseThrow();
    }

    private void mark(StoredNeed need, boolean counts, @Nullable String late) {
        countable()
                .mark(List.of(new CountableNeeds.Mark(countable(need), counts, late)))
                .block();
    }

    @Test
    void whatIsMarkedIsRemembered() {
        StoredNeed need = insert(1, "team");
        assertThat(countable(need)).isEqualTo(new CountableNeed(need, 0, true, false, null));
        mark(need, true, null);
        assertThat(countable(need)).isEqualTo(new CountableNeed(need, 0, false, true, null));
        StoredNeed moved = moved(need);
        assertThat(countable(need)).isEqualTo(new CountableNeed(moved, 0, true, true, null));
    }

    @Test
    void whatWasReadBeforeAFenceIsNotMarked() {
        StoredNeed need = insert(1, "team");
        StoredNeed other = insert(2, "other");
        CountableNeeds.Mark before = new CountableNeeds.Mark(countable(need), true, null);
        countable().fence(Set.of(HERE)).block();
        countable().mark(List.of(before)).block();
        assertThat(countable(need).counted()).isFalse();
        mark(need, true, null);
        mark(other, true, null);
        assertThat(countable(need).counted()).isTrue();
        countable().fence(Set.of(HERE)).block();
        assertThat(countable(need))
                .as("what is counted is behind no fence")
                .isEqualTo(new CountableNeed(need, 1, false, true, null));
    }

    @Test
    void whatCameTooLateIsFoundUntilItIsTakenIn() {
        ReportingPeriod halfYear = ReportingPeriod.parse("2025S1");
        StoredNeed need = insert(1, "team");
        insert(2, "other");
        mark(need, false, "2025S1");
        assertThat(countable().late(halfYear).collectList().block()).containsExactly(countable(need));
        assertThat(countable().late(halfYear.next()).collectList().block()).isEmpty();
        countable().takeIn(List.of(need.id())).block();
        countable().takeIn(List.of(need.id(), NeedSamples.id(9))).block();
        assertThat(countable().late(halfYear).collectList().block()).isEmpty();
        assertThat(countable(need).counted()).isTrue();
        assertThat(uncounted()).contains(HERE);
    }

    @Test
    void daysAreUncountedFromRaisingAndFromEachMove() {
        assertThat(uncounted()).isEmpty();
        StoredNeed need = insert(1, "team");
        StoredNeed other = insert(2, "other");
        assertThat(uncounted()).containsExactlyInAnyOrder(HERE, THERE);
        mark(need, true, null);
        mark(other, true, null);
        assertThat(uncounted()).isEmpty();
        moved(need);
        assertThat(uncounted()).containsExactly(HERE);
    }

    @Test
    void whatMovedSinceItWasReadStaysUncounted() {
        StoredNeed need = insert(1, "team");
        CountableNeeds.Mark stale = new CountableNeeds.Mark(countable(need), true, null);
        StoredNeed moved = moved(need);
        countable().mark(List.of(stale)).block();
        assertThat(uncounted()).containsExactly(HERE);
        mark(moved, true, null);
        assertThat(uncounted()).isEmpty();
    }

    @Test
    void needsAreFoundByTheirDay() {
        StoredNeed need = insert(1, "team");
        StoredNeed other = insert(2, "other");
        assertThat(on(HERE)).containsExactly(need);
        assertThat(on(HERE, THERE)).containsExactlyInAnyOrder(need, other);
        assertThat(countable()
                        .on(Set.of(new TeamDay("team", DAY.plusDays(1))))
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void onlyWhatHasNotChangedIsRemoved() {
        StoredNeed need = insert(1, "team");
        StoredNeed moved = moved(need);
        assertThat(countable().remove(List.of()).block()).isZero();
        assertThat(countable().remove(List.of(need)).block()).isZero();
        assertThat(countable().remove(List.of(moved)).block()).isEqualTo(1);
        assertThat(countable().remove(List.of(moved)).block()).isZero();
        assertThat(store().find(need.id()).blockOptional()).isEmpty();
    }
}

package nl.bereik.server.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.contact.Counted;
import nl.bereik.server.reach.Revision.Difference;
import org.junit.jupiter.api.Test;

/** What every store of revisions keeps to. */
abstract class RevisionStoreContract {
    private static final ReportingPeriod SPRING = ReportingPeriod.parse("2025S1");
    private static final LocalDate DAY = LocalDate.of(2025, 3, 14);
    private static final Instant NOW = Instant.parse("2026-01-14T08:00:00Z");

    abstract RevisionStore store();

    private static RevisionPlan plan(long number, String token, boolean begun) {
        Difference difference =
                new Difference(SPRING, JsonObject.of(Map.of("contacts", 1L)), JsonObject.of(Map.of("contacts", 3L)));
        return new RevisionPlan(
                new Revision(number, SPRING, (int) number, "anna", NOW, 2, List.of(difference)),
                token,
                begun,
                List.of(new DayTally("team", DAY, ReachCounts.zero())),
                List.of(
                        new Recount(Recount.Kind.CONTACT, new UUID(1, 1), new Counted(DAY, 2)),
                        new Recount(Recount.Kind.NEED, new UUID(1, 2), Counted.NOWHERE)));
    }

    private List<Revision> all() {
        return store().all().collectList().blockOptional().orElseThrow();
    }

    @Test
    void aRevisionIsProposedThenBegunThenDone() {
        assertThat(store().open().blockOptional()).isEmpty();
        assertThat(store().propose(plan(1, "a", false)).block()).isTrue();
        assertThat(all()).as("it may still be withdrawn").isEmpty();
        assertThat(store().open().block()).isEqualTo(plan(1, "a", false));
        assertThat(store().begin(plan(1, "a", false)).block()).isTrue();
        assertThat(store().begin(plan(1, "a", false)).block()).isFalse();
        assertThat(store().open().block()).isEqualTo(plan(1, "a", true));
        assertThat(all()).containsExactly(plan(1, "a", true).revision());

        store().finish(plan(1, "a", true)).block();
        store().finish(plan(1, "a", true)).block();
        assertThat(store().open().blockOptional()).isEmpty();
        assertThat(all()).containsExactly(plan(1, "a", true).revision());
    }

    @Test
    void aNumberIsTakenOnce() {
        assertThat(store().propose(plan(1, "a", false)).block()).isTrue();
        assertThat(store().propose(plan(1, "b", false)).block()).isFalse();
        assertThat(store().begin(plan(1, "b", false)).block()).isFalse();
        assertThat(store().begin(plan(1, "a", false)).block()).isTrue();
        store().finish(plan(1, "a", true)).block();
        assertThat(store().propose(plan(1, "b", false)).block()).isFalse();
        assertThat(store().propose(plan(2, "b", false)).block()).isTrue();
    }

    @Test
    void onlyWhatHasNotBegunIsWithdrawn() {
        store().propose(plan(1, "a", false)).block();
        store().withdraw(plan(1, "b", false)).block();
        assertThat(store().open().block()).isEqualTo(plan(1, "a", false));
        store().withdraw(plan(1, "a", false)).block();
        assertThat(store().begin(plan(1, "a", false)).block()).isFalse();
        assertThat(store().open().blockOptional()).isEmpty();

        store().propose(plan(1, "b", false)).block();
        store().begin(plan(1, "b", false)).block();
        store().withdraw(plan(1, "b", false)).block();
        assertThat(store().open().block()).isEqualTo(plan(1, "b", true));
    }
}

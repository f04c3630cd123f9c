package nl.bereik.server.reach;

import static nl.bereik.server.ContactSamples.DAY;
import static nl.bereik.server.ContactSamples.contact;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.server.contact.TeamDay;
import nl.bereik.server.reach.TallyStore.Replacement;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every {@link TallyStore} must do. */
abstract class TallyStoreContract {
    private static final TeamDay ONE = new TeamDay("team", DAY);
    private static final TeamDay TWO = new TeamDay("team", DAY.plusDays(1));

    abstract TallyStore store();

    @Test
    void givesBackEveryCell() {
        assertThat(store().replace(List.of(at(ONE, 3, 0)), "a").block()).containsExactly(ONE);
        assertThat(store().of(List.of(ONE, TWO)).collectList().block())
                .containsExactly(at(ONE, 3, 0).tally());
    }

    @Test
    void countsRevisions() {
        assertThat(store().revisions(Set.of(ONE, TWO)).block()).isEqualTo(Map.of(ONE, 0L, TWO, 0L));
        store().replace(List.of(at(ONE, 1, 0)), "a").block();
        store().replace(List.of(at(ONE, 2, 1)), "b").block();
        assertThat(store().revisions(Set.of(ONE, TWO)).block()).isEqualTo(Map.of(ONE, 2L, TWO, 0L));
    }

    @Test
    void replacesOnlyWhatIsStillAtItsRevision() {
        store().replace(List.of(at(ONE, 1, 0)), "a").block();
        assertThat(store().replace(List.of(at(ONE, 9, 0), at(TWO, 2, 0)), "b").block())
                .as("made in the meantime")
                .containsExactly(TWO);
        assertThat(store().replace(List.of(at(ONE, 2, 1), at(TWO, 9, 7)), "c").block())
                .as("another revision")
                .containsExactly(ONE);
        assertThat(store().of(List.of(ONE, TWO))
                        .map(tally -> tally.counts().contacts())
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder(2L, 2L);
        assertThat(store().replace(List.of(), "d").block()).isEmpty();
    }

    @Test
    void ofManyAtOnceOneWinsEachRevision() {
        for (int revision = 0; revision < 10; revision++) {
            long known = revision;
            List<String> folds =
                    IntStream.range(0, 8).mapToObj(i -> known + "-" + i).toList();
            Long winners = Flux.fromIterable(folds)
                    .flatMap(fold -> store().replace(List.of(at(ONE, 1, known)), fold))
                    .filter(won -> won.contains(ONE))
                    .count()
                    .block();
            assertThat(winners).isEqualTo(1);
        }
        assertThat(store().revisions(Set.of(ONE)).block()).isEqualTo(Map.of(ONE, 10L));
    }

    @Test
    void aClosedTallyIsReplacedByNoFoldAndFixedOnce() {
        store().replace(List.of(at(ONE, 3, 0)), "a").block();
        store().close(Set.of(ONE, TWO)).block();
        store().close(Set.of(ONE, TWO)).block();

        assertThat(store().revisions(Set.of(ONE, TWO)).block())
                .isEqualTo(Map.of(ONE, TallyStore.CLOSED, TWO, TallyStore.CLOSED));
        for (long revision : new long[] {TallyStore.CLOSED, 0, 1, 2}) {
            assertThat(store().replace(List.of(at(ONE, 9, revision), at(TWO, 9, revision)), "b" + revision)
                            .block())
                    .isEmpty();
        }
        assertThat(contacts(ONE)).isEqualTo(3);
        assertThat(contacts(TWO)).isZero();

        TeamDay open = new TeamDay("team", DAY.plusDays(2));
        store().fix(List.of(at(ONE, 5, 0).tally(), at(open, 5, 0).tally())).block();
        store().fix(List.of(at(ONE, 6, 0).tally())).block();
        assertThat(contacts(ONE)).isEqualTo(5);
        assertThat(store().of(List.of(open)).collectList().block()).isEmpty();
    }

    private long contacts(TeamDay day) {
        return Objects.requireNonNull(store().of(List.of(day)).single().block())
                .counts()
                .contacts();
    }

    private static Replacement at(TeamDay day, int contacts, long revision) {
        return new Replacement(
                new DayTally(
                        day.team(),
                        day.day(),
                        ReachCounts.fold(Collections.nCopies(contacts, contact(day.day(), Channel.ZONE)))),
                revision);
    }
}

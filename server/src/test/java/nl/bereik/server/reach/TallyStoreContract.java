package nl.bereik.server.reach;

import static nl.bereik.server.ContactSamples.DAY;
import static nl.bereik.server.ContactSamples.contact;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reach.ActivityCounts;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.NeedCounts;
import nl.bereik.protocol.reach.NeedFact;
import nl.bereik.protocol.reach.PersonEvents;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.TrajectoryCounts;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.server.period.TeamDay;
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
    void namesTheTeamsThatHaveTallies() {
        assertThat(store().teams().collectList().block()).isEmpty();
        store().replace(List.of(at(ONE, 1, 0), at(TWO, 1, 0), at(new TeamDay("other", DAY), 1, 0)), "a")
                .block();
        assertThat(store().teams().collectList().block()).containsExactlyInAnyOrder("team", "other");
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
                                ReachCounts.fold(Collections.nCopies(contacts, contact(day.day(), Channel.ZONE))))
                        .withNeeds(NeedCounts.fold(Collections.nCopies(
                                contacts,
                                new NeedFact(
                                        Topic.EXIT,
                                        Urgency.NOW,
                                        "Tiel",
                                        null,
                                        false,
                                        Duration.ofMinutes(contacts),
                                        Duration.ofHours(3)))))
                        .withActivities(ActivityCounts.fold(Collections.nCopies(
                                contacts,
                                new PreventionActivity(day.day(), "GIRLSTALK", Audience.AT_RISK, 7, "Tiel", Map.of()))))
                        .withTrajectories(trajectories(contacts)),
                revision);
    }

    /** A start and an exit more than that many relapses. */
    private static TrajectoryCounts trajectories(int relapses) {
        PersonEvents.Cell first = new PersonEvents.Cell(Gender.WOMAN, AgeBand.UNDER_18, true, null);
        PersonEvents.Cell again = new PersonEvents.Cell(Gender.WOMAN, AgeBand.UNDER_18, true, YearMonth.of(2024, 12));
        return new TrajectoryCounts(
                new PersonEvents(new TreeMap<>(Map.of(first, 3L, again, 1L))),
                Map.of(TrajectoryEnd.EXITED, 1L),
                new PersonEvents(new TreeMap<>(Map.of(again, 1L))),
                2,
                relapses);
    }

    @Test
    void whatIsRevisedSaysSoAndStaysClosed() {
        store().close(Set.of(ONE)).block();
        store().fix(List.of(at(ONE, 1, 0).tally())).block();
        DayTally revised = at(ONE, 2, 0).tally();
        DayTally made = at(TWO, 3, 0).tally();
        store().revise(List.of()).block();
        store().revise(List.of(revised, made)).block();
        store().revise(List.of(revised, made)).block();
        assertThat(store().of(Set.of(ONE, TWO)).collectList().block()).containsExactlyInAnyOrder(revised, made);
        assertThat(store().revisions(Set.of(ONE, TWO)).block())
                .isEqualTo(Map.of(ONE, TallyStore.CLOSED, TWO, TallyStore.CLOSED));
        store().fix(List.of(at(ONE, 1, 0).tally())).block();
        assertThat(store().of(Set.of(ONE)).collectList().block()).containsExactly(revised);
    }

    @Test
    void knowsWhereItBegins() {
        assertThat(store().earliest().blockOptional()).isEmpty();
        store().replace(List.of(at(TWO, 1, 0)), "a").block();
        assertThat(store().earliest().block()).isEqualTo(TWO.day());
        TeamDay longAgo = new TeamDay("another", DAY.minusYears(9));
        store().replace(List.of(at(longAgo, 1, 0), at(ONE, 1, 0)), "b").block();
        assertThat(store().earliest().block()).isEqualTo(longAgo.day());
    }

    @Test
    void knowsHowManyTrajectoriesRan() {
        TeamDay elsewhere = new TeamDay("other", DAY);
        store().replace(List.of(at(ONE, 1, 0), at(TWO, 1, 0), at(elsewhere, 1, 0)), "fold")
                .block();
        assertThat(store().runningBefore(Set.of("team"), DAY).block()).isZero();
        assertThat(store().runningBefore(Set.of("team"), DAY.plusDays(9)).block())
                .isEqualTo(6);
        assertThat(store().runningBefore(Set.of("team", "other"), DAY.plusDays(9))
                        .block())
                .isEqualTo(9);
        assertThat(store().runningBefore(Set.of(), DAY.plusDays(9)).block()).isZero();
    }
}

package nl.bereik.server.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.server.contact.Insertion;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every store of needs keeps to. */
abstract class NeedStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-21T22:41:07Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    abstract NeedStore store();

    @Test
    void whatIsInsertedIsFoundAsItWas() {
        StoredNeed need = NeedSamples.stored(1, "team", NOW);
        assertThat(store().insert(List.of(need)).block()).containsExactly(Insertion.INSERTED);
        assertThat(found(need.id())).isEqualTo(need);
        assertThat(store().find(NeedSamples.id(2)).block()).isNull();
    }

    @Test
    void insertedAgainIsNoDoubleAndOtherContentIsTold() {
        StoredNeed need = NeedSamples.stored(1, "team", NOW);
        store().insert(List.of(need)).block();
        StoredNeed other =
                StoredNeed.raised(need.id(), "phone", "team", new ContentHash(1, 2), NOW, need.need(), "worker");
        assertThat(store().insert(List.of(need, other, NeedSamples.stored(2, "team", NOW)))
                        .block())
                .containsExactly(Insertion.SAME_CONTENT, Insertion.OTHER_CONTENT, Insertion.INSERTED);
        assertThat(found(need.id())).isEqualTo(need);
    }

    @Test
    void movesAreMadeOnceAndOnlyFromWhatWasRead() {
        StoredNeed need = NeedSamples.stored(1, "team", NOW);
        store().insert(List.of(need)).block();
        NeedState assigned = new NeedState(NeedStatus.ASSIGNED, "worker", "anja", Set.of("bram"));
        StoredNeed.Done done = done(1, NeedAct.ASSIGN);

        assertThat(store().move(need, move(assigned, done)).block()).isTrue();
        assertThat(store().move(need, move(assigned, done(2, NeedAct.ASSIGN))).block())
                .as("it has changed since")
                .isFalse();
        StoredNeed moved = found(need.id());
        assertThat(moved.state()).isEqualTo(assigned);
        assertThat(moved.rev()).isEqualTo(1);
        assertThat(moved.history()).containsExactly(done);
        assertThat(store().move(moved, move(assigned, done)).block())
                .as("it was done before")
                .isFalse();
        NeedState open = NeedState.raisedBy("worker");
        assertThat(store().move(moved, move(open, done(3, NeedAct.UNASSIGN))).block())
                .isTrue();
        assertThat(found(need.id()).state()).isEqualTo(open);
    }

    @Test
    void ofAHundredMovesAtOnceOneIsMade() {
        StoredNeed need = NeedSamples.stored(1, "team", NOW);
        store().insert(List.of(need)).block();
        List<Boolean> made =
                Objects.requireNonNull(Flux.fromStream(IntStream.range(0, 100).boxed())
                        .flatMap(i -> store().move(
                                        need,
                                        move(
                                                new NeedState(NeedStatus.ACCEPTED, "worker", "somebody" + i, Set.of()),
                                                done(i, NeedAct.ACCEPT)))
                                .subscribeOn(Schedulers.parallel()))
                        .collectList()
                        .block());
        assertThat(made).filteredOn(each -> each).hasSize(1);
        assertThat(found(need.id()).history()).hasSize(1);
    }

    @Test
    void openOnesAndThoseClosedOnADayAreFoundByTeam() {
        StoredNeed open = NeedSamples.stored(1, "team", NOW);
        StoredNeed closed = NeedSamples.stored(2, "team", NOW);
        StoredNeed others = NeedSamples.stored(3, "other", NOW);
        store().insert(List.of(open, closed, others)).block();
        NeedState withdrawn = new NeedState(NeedStatus.WITHDRAWN, "worker", null, Set.of());
        store().move(closed, move(withdrawn, done(1, NeedAct.WITHDRAW))).block();

        assertThat(ids(store().open(Set.of("team")))).containsExactly(open.id());
        assertThat(ids(store().open(Set.of("team", "other")))).containsExactlyInAnyOrder(open.id(), others.id());
        assertThat(ids(store().closed(Set.of("team"), List.of(TODAY.minusDays(1), TODAY))))
                .containsExactly(closed.id());
        assertThat(ids(store().closed(Set.of("team"), List.of(TODAY.plusDays(1)))))
                .isEmpty();
        assertThat(ids(store().closed(Set.of("other"), List.of(TODAY)))).isEmpty();

        store().move(found(closed.id()), move(NeedState.raisedBy("worker"), done(2, NeedAct.REOPEN)))
                .block();
        assertThat(ids(store().open(Set.of("team")))).containsExactlyInAnyOrder(open.id(), closed.id());
        assertThat(ids(store().closed(Set.of("team"), List.of(TODAY)))).isEmpty();
    }

    @Test
    void theRulesFindWhatIsDueUntilItIsMoved() {
        StoredNeed need = NeedSamples.stored(1, "team", NOW);
        store().insert(List.of(need, NeedSamples.stored(2, "team", NOW.plusSeconds(1))))
                .block();
        assertThat(ids(store().forRules(NOW.minusMillis(1), 10))).isEmpty();
        assertThat(ids(store().forRules(NOW, 10))).containsExactly(need.id());
        assertThat(ids(store().forRules(NOW.plusSeconds(1), 1))).hasSize(1);

        NeedState open = need.state();
        Instant later = NOW.plusSeconds(60);
        store().move(need, new NeedMove(open, done(1, NeedAct.ASSIGN), List.of(), later, TODAY))
                .block();
        assertThat(found(need.id()).rulesAt()).isEqualTo(later);
        assertThat(ids(store().forRules(NOW, 10))).isEmpty();
        store().move(found(need.id()), move(open, done(2, NeedAct.ASSIGN))).block();
        assertThat(ids(store().forRules(later, 10))).containsExactly(NeedSamples.id(2));
    }

    @Test
    void caseloadsAreOfWhatIsAskedTakenOrAtWork() {
        List<NeedStatus> states = List.of(NeedStatus.ASSIGNED, NeedStatus.ACCEPTED, NeedStatus.DONE);
        for (int i = 0; i < states.size(); i++) {
            StoredNeed need = NeedSamples.stored(i + 1, "team", NOW);
            store().insert(List.of(need)).block();
            NeedState state = new NeedState(states.get(i), "worker", "anja", Set.of("bram"));
            store().move(need, move(state, done(i, NeedAct.ASSIGN))).block();
        }
        store().insert(List.of(NeedSamples.stored(8, "team", NOW))).block();
        assertThat(store().caseloads(Set.of("team")).block()).isEqualTo(Map.of("anja", 2L));
        assertThat(store().caseloads(Set.of("other")).block()).isEqualTo(Map.of());
    }

    @Test
    void whoCameTooLateIsKeptAndChangesNothingElse() {
        StoredNeed need = NeedSamples.stored(1, "team", NOW);
        store().insert(List.of(need)).block();
        store().late(need.id(), "bram").block();
        store().late(need.id(), "bram").block();
        store().late(NeedSamples.id(2), "bram").block();
        assertThat(found(need.id())).isEqualTo(need.withLate("bram"));
        assertThat(store().find(NeedSamples.id(2)).blockOptional()).isEmpty();
        assertThat(store().move(need, move(need.state(), done(1, NeedAct.ASSIGN)))
                        .block())
                .isTrue();
        assertThat(found(need.id()).late()).containsExactly("bram");
    }

    private static NeedMove move(NeedState state, StoredNeed.Done done) {
        return new NeedMove(state, done, List.of(), null, TODAY);
    }

    private StoredNeed found(UUID id) {
        return Objects.requireNonNull(store().find(id).block());
    }

    private static List<UUID> ids(Flux<StoredNeed> needs) {
        return Objects.requireNonNull(needs.map(StoredNeed::id).collectList().block());
    }

    private static StoredNeed.Done done(int number, NeedAct act) {
        return new StoredNeed.Done(
                new UUID(7, number), new NeedEvent(act.name(), "coordinator", NOW, "anja", "HOUSING"));
    }
}

package nl.bereik.server.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedStatus;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every outbox of alerts keeps to. */
abstract class AlertOutboxContract {
    private static final Instant NOW = Instant.parse("2026-11-21T22:41:07Z");
    private static final Instant UNTIL = NOW.plusSeconds(30);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Alert FIRST = Alert.fresh(new UUID(1, 1), "anja", Alert.Asks.TO_TAKE, true, NOW);
    private static final Alert HELD =
            Alert.fresh(new UUID(1, 2), "bram", Alert.Asks.NOTHING, false, NOW.plus(Duration.ofHours(8)));

    abstract NeedStore store();

    abstract AlertOutbox outbox();

    private StoredNeed alerting(long number, Alert... alerts) {
        StoredNeed need = NeedSamples.stored(number, "team", NOW);
        store().insert(List.of(need)).block();
        return moved(need.id(), number, List.of(alerts));
    }

    private StoredNeed moved(UUID id, long number, List<Alert> alerts) {
        StoredNeed before = found(id);
        NeedState assigned = new NeedState(NeedStatus.ASSIGNED, "worker", "anja", Set.of());
        StoredNeed.Done done = new StoredNeed.Done(
                new UUID(before.rev() + 1, number), new NeedEvent(NeedAct.ASSIGN.name(), "", NOW, "anja", null));
        assertThat(store().move(before, new NeedMove(assigned, done, alerts, null, TODAY))
                        .block())
                .isTrue();
        return found(id);
    }

    private StoredNeed found(UUID id) {
        return Objects.requireNonNull(store().find(id).block());
    }

    private List<UUID> claimed(String by, Instant now) {
        return Objects.requireNonNull(outbox().claim(by, now, now.plusSeconds(30), 10)
                .map(StoredNeed::id)
                .collectList()
                .block());
    }

    @Test
    void alertsAreStoredWithTheMoveAndFoundWhenTheyAreDue() {
        StoredNeed need = alerting(1, FIRST, HELD);
        assertThat(need.alerts()).containsExactly(FIRST, HELD);
        assertThat(claimed("one", NOW.minusMillis(1))).isEmpty();
        assertThat(outbox().claim("one", NOW, UNTIL, 10).collectList().block()).containsExactly(need);
    }

    @Test
    void whatIsClaimedIsFreeAgainOnlyWhenTheTimeIsOver() {
        StoredNeed need = alerting(1, FIRST);
        assertThat(claimed("one", NOW)).containsExactly(need.id());
        assertThat(claimed("two", NOW)).isEmpty();
        assertThat(claimed("two", UNTIL.minusMillis(1))).isEmpty();
        assertThat(claimed("two", UNTIL)).as("the first has stopped").containsExactly(need.id());
    }

    @Test
    void aClaimThatIsExtendedLastsLonger() {
        StoredNeed need = alerting(1, FIRST);
        StoredNeed another = alerting(2, FIRST);
        claimed("one", NOW);
        outbox().extend("one", List.of(need.id()), UNTIL.plusSeconds(30)).block();
        assertThat(claimed("two", UNTIL)).as("the other's time is over").containsExactly(another.id());
        assertThat(claimed("two", UNTIL.plusSeconds(29))).isEmpty();
        assertThat(claimed("three", UNTIL.plusSeconds(30))).contains(need.id());
    }

    @Test
    void aClaimThatIsLostOrEndedIsNotExtended() {
        StoredNeed lost = alerting(1, FIRST);
        StoredNeed ended = alerting(2, FIRST);
        claimed("one", NOW);
        outbox().settle("one", ended.id(), alerts -> alerts).block();
        assertThat(claimed("two", UNTIL)).containsExactlyInAnyOrder(lost.id(), ended.id());
        outbox().settle("two", ended.id(), alerts -> alerts).block();
        outbox().extend("one", List.of(lost.id(), ended.id()), UNTIL.plusSeconds(90))
                .block();
        assertThat(claimed("three", UNTIL)).containsExactly(ended.id());
        assertThat(claimed("four", UNTIL.plusSeconds(30))).containsExactlyInAnyOrder(lost.id(), ended.id());
    }

    @Test
    void settledAlertsAreGoneAndTheOthersWaitForTheirTime() {
        StoredNeed need = alerting(1, FIRST, HELD);
        claimed("one", NOW);
        outbox().settle("one", need.id(), alerts -> List.of(HELD)).block();
        assertThat(found(need.id()).alerts()).containsExactly(HELD);
        assertThat(claimed("one", NOW)).isEmpty();
        assertThat(claimed("one", HELD.dueAt())).containsExactly(need.id());
        outbox().settle("one", need.id(), alerts -> List.of()).block();
        assertThat(found(need.id()).alerts()).isEmpty();
        assertThat(claimed("one", HELD.dueAt().plusSeconds(60))).isEmpty();
    }

    @Test
    void anAlertThatCameMeanwhileIsNotLost() {
        StoredNeed need = alerting(1, FIRST);
        claimed("one", NOW);
        Alert another = Alert.fresh(new UUID(1, 3), "claire", Alert.Asks.TO_JOIN, true, NOW);
        moved(need.id(), 2, List.of(FIRST, another));
        assertThat(claimed("two", NOW)).as("still claimed").isEmpty();
        outbox().settle("one", need.id(), alerts -> without(alerts, FIRST)).block();
        assertThat(found(need.id()).alerts()).containsExactly(another);
        assertThat(claimed("two", NOW)).containsExactly(need.id());
    }

    @Test
    void whoComesTooLateSettlesButDoesNotEndTheClaimOfAnother() {
        StoredNeed need = alerting(1, FIRST, HELD);
        claimed("one", NOW);
        claimed("two", UNTIL);
        outbox().settle("one", need.id(), alerts -> without(alerts, FIRST)).block();
        assertThat(found(need.id()).alerts()).containsExactly(HELD);
        assertThat(claimed("three", UNTIL)).isEmpty();
        assertThat(claimed("three", HELD.dueAt())).containsExactly(need.id());
    }

    @Test
    void triesAndWhoHasItAreKept() {
        StoredNeed need = alerting(1, FIRST);
        Alert again = FIRST.again(NOW.plusSeconds(5), Set.of("phone", "tablet"));
        claimed("one", NOW);
        outbox().settle("one", need.id(), alerts -> List.of(again)).block();
        assertThat(found(need.id()).alerts()).containsExactly(again);
        assertThat(again.tries()).isEqualTo(1);
        assertThat(again.id()).isEqualTo(FIRST.id());
    }

    @Test
    void eachIsClaimedByOneOfManyAtOnce() {
        LongStream.rangeClosed(1, 40).forEach(number -> alerting(number, FIRST));
        List<UUID> all = new ArrayList<>();
        for (int round = 0; round < 20 && all.size() < 40; round++) {
            int turn = round;
            all.addAll(
                    Objects.requireNonNull(Flux.fromStream(IntStream.range(0, 3).boxed())
                            .flatMap(instance -> outbox().claim(turn + "/" + instance, NOW, UNTIL, 10)
                                    .map(StoredNeed::id)
                                    .subscribeOn(Schedulers.parallel()))
                            .collectList()
                            .block()));
        }
        assertThat(all).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void settlingWhatIsNotThereIsNothing() {
        assertThat(outbox().settle("one", NeedSamples.id(9), alerts -> List.of())
                        .blockOptional())
                .isEmpty();
    }

    private static List<Alert> without(List<Alert> alerts, Alert gone) {
        return alerts.stream().filter(alert -> !alert.id().equals(gone.id())).toList();
    }
}

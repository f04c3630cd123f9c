package nl.bereik.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.push.Platform;
import nl.bereik.server.access.Role;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.need.Alert;
import nl.bereik.server.need.NeedHouse;
import nl.bereik.server.push.MemoryPushTokens;
import nl.bereik.server.push.Push;
import nl.bereik.server.push.PushAddress;
import nl.bereik.server.push.PushAddresses;
import nl.bereik.server.push.PushOutcome;
import nl.bereik.server.push.PushSender;
import nl.bereik.server.push.PushToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Alerts on their way to phones, in the afternoon. */
final class DispatcherTest {
    private final NeedHouse house = new NeedHouse("2025-06-01T12:00:00Z");
    private final MemoryPushTokens tokens = new MemoryPushTokens();
    private final MemoryInstalls installs = new MemoryInstalls();
    private final Recorder sender = new Recorder();
    private final Dispatcher dispatcher = new Dispatcher(
            house.store, new PushAddresses(tokens, installs), sender, house.clock, new SplittableRandom(3));

    /** Takes all pushes, unless something else is lined up for a token. */
    private static final class Recorder implements PushSender {
        private final List<Map.Entry<String, Push>> sent = new ArrayList<>();
        private final Map<String, Deque<Mono<PushOutcome>>> next = new HashMap<>();

        @Override
        public Mono<PushOutcome> send(PushToken token, Push push) {
            return Mono.defer(() -> {
                sent.add(Map.entry(token.text(), push));
                Mono<PushOutcome> lined =
                        next.getOrDefault(token.text(), new ArrayDeque<>()).poll();
                return lined == null ? Mono.just(new PushOutcome.Delivered()) : lined;
            });
        }

        void next(String token, PushOutcome outcome) {
            next(token, Mono.just(outcome));
        }

        void next(String token, Mono<PushOutcome> outcome) {
            next.computeIfAbsent(token, any -> new ArrayDeque<>()).add(outcome);
        }

        List<String> tokens() {
            return sent.stream().map(Map.Entry::getKey).toList();
        }

        @Override
        public boolean reachesPhones() {
            return true;
        }
    }

    @BeforeEach
    void people() {
        house.add("coordinator", Role.COORDINATOR);
        for (String name : List.of("anna", "bas")) {
            house.add(name, Role.CASE_MANAGER);
            phone(name + "-phone", name);
        }
    }

    private void phone(String install, String holder) {
        installs.add(new Install(
                        install,
                        NeedHouse.TEAM,
                        JsonObject.of(Map.of("kty", "EC")),
                        null,
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        holder,
                        false))
                .block();
        tokens.keep(new PushAddress(install, install, holder, new PushToken(install, Platform.ANDROID)))
                .block();
    }

    private UUID assigned(long number, Urgency urgency, String to) {
        UUID id = house.raise(number, urgency);
        house.act(id, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, to);
        return id;
    }

    private int turn() {
        return dispatcher.turn().blockOptional().orElseThrow();
    }

    private List<Alert> waiting(UUID need) {
        return house.need(need).alerts();
    }

    @Test
    void anAlertIsSentOnceAndSettled() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        Alert alert = waiting(id).get(0);
        assertThat(turn()).isEqualTo(1);
        assertThat(sender.sent).containsExactly(Map.entry("anna-phone", new Push(alert.id(), true)));
        assertThat(waiting(id)).isEmpty();
        assertThat(turn()).isZero();
        assertThat(sender.sent).hasSize(1);
    }

    @Test
    void everyPhoneOfAPersonIsNudged() {
        phone("anna-tablet", "anna");
        assigned(1, Urgency.NOW, "anna");
        turn();
        assertThat(sender.tokens()).containsExactlyInAnyOrder("anna-phone", "anna-tablet");
    }

    @Test
    void whatIsNotUrgentGoesTogetherAndInItsTime() {
        List<UUID> ids = List.of(
                assigned(1, Urgency.ROUTINE, "anna"),
                assigned(2, Urgency.ROUTINE, "anna"),
                assigned(3, Urgency.ROUTINE, "bas"));
        assertThat(turn()).isZero();
        house.clock.move(Duration.ofDays(1));
        assertThat(turn()).isEqualTo(3);
        assertThat(sender.tokens()).containsExactlyInAnyOrder("anna-phone", "bas-phone");
        assertThat(sender.sent).noneMatch(sent -> sent.getValue().urgent());
        assertThat(ids).allSatisfy(id -> assertThat(waiting(id)).isEmpty());
    }

    @Test
    void aTokenThatIsNoneAnyMoreIsForgotten() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        sender.next("anna-phone", new PushOutcome.Unregistered());
        turn();
        assertThat(tokens.of("anna-phone").block()).isNull();
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void whatDidNotComeThroughIsTriedAgainUnderTheSameIdWhereItWasMissed() {
        phone("anna-tablet", "anna");
        UUID id = assigned(1, Urgency.NOW, "anna");
        Alert alert = waiting(id).get(0);
        sender.next("anna-tablet", new PushOutcome.Retry(Duration.ofMinutes(3)));
        turn();
        assertThat(waiting(id)).singleElement().satisfies(again -> {
            assertThat(again.id()).isEqualTo(alert.id());
            assertThat(again.tries()).isEqualTo(1);
            assertThat(again.reached()).containsExactly("anna-phone");
            assertThat(again.dueAt()).isEqualTo(house.clock.instant().plus(Duration.ofMinutes(3)));
        });
        sender.sent.clear();
        assertThat(turn()).as("not before it may help").isZero();
        house.clock.move(Duration.ofMinutes(3));
        assertThat(turn()).isEqualTo(1);
        assertThat(sender.sent).containsExactly(Map.entry("anna-tablet", new Push(alert.id(), true)));
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void theRestBetweenTriesGrowsAndAfterADayItIsGivenUp() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        int tries = 0;
        while (!waiting(id).isEmpty() && tries < 10_000) {
            sender.next("anna-phone", new PushOutcome.Retry(null));
            house.clock.move(
                    Duration.between(house.clock.instant(), waiting(id).get(0).dueAt()));
            assertThat(turn()).isEqualTo(1);
            tries++;
        }
        assertThat(waiting(id)).isEmpty();
        assertThat(house.clock.instant()).isAfterOrEqualTo("2025-06-02T12:00:00Z");
        assertThat(tries).isBetween(300, 1_500);
    }

    @Test
    void whatWasHeldForADayIsTriedForADayAsWell() {
        house.clock.move(Duration.ofHours(-3));
        UUID id = assigned(1, Urgency.ROUTINE, "anna");
        house.clock.move(
                Duration.between(house.clock.instant(), waiting(id).get(0).dueAt()));
        assertThat(Duration.between(house.need(id).receivedAt(), house.clock.instant()))
                .isGreaterThan(Duration.ofHours(21));
        house.clock.move(Duration.ofHours(5));
        sender.next("anna-phone", new PushOutcome.Retry(null));
        turn();
        assertThat(waiting(id)).as("not given up").hasSize(1);
    }

    @Test
    void whatCannotBeSentIsGivenUp() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        sender.next("anna-phone", new PushOutcome.Failed("INVALID_ARGUMENT"));
        turn();
        assertThat(waiting(id)).isEmpty();
        assertThat(tokens.of("anna-phone").block()).isNotNull();
    }

    @Test
    void whatIsRefusedForTheServersAccountIsTriedAgainUntilThatIsPutRight() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        Alert alert = waiting(id).get(0);
        sender.next("anna-phone", new PushOutcome.Refused("CREDENTIALS"));
        turn();
        assertThat(waiting(id)).singleElement().satisfies(again -> assertThat(again.tries())
                .isEqualTo(1));
        house.clock.move(Duration.ofMinutes(5));
        turn();
        assertThat(sender.sent)
                .containsExactly(
                        Map.entry("anna-phone", new Push(alert.id(), true)),
                        Map.entry("anna-phone", new Push(alert.id(), true)));
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void whoHasNoPhoneIsNotWaitedFor() {
        tokens.remove("anna-phone").block();
        UUID id = assigned(1, Urgency.NOW, "anna");
        assertThat(turn()).isEqualTo(1);
        assertThat(sender.sent).isEmpty();
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void whatAnInstanceLeftIsSentByAnotherWhenTheClaimIsOver() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        Alert alert = waiting(id).get(0);
        sender.next("anna-phone", Mono.never());
        Disposable killed = dispatcher.turn().subscribe();
        killed.dispose();
        assertThat(turn()).as("claimed by who was killed").isZero();
        house.clock.move(Dispatcher.CLAIMED);
        assertThat(turn()).isEqualTo(1);
        assertThat(sender.sent)
                .as("sent twice, shown once")
                .containsExactly(
                        Map.entry("anna-phone", new Push(alert.id(), true)),
                        Map.entry("anna-phone", new Push(alert.id(), true)));
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void anAlertThatIsMadeWhileOthersAreSentIsNotLost() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        sender.next("anna-phone", Mono.fromSupplier(() -> {
            house.act(id, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, "bas");
            return new PushOutcome.Delivered();
        }));
        turn();
        assertThat(turn()).isEqualTo(1);
        assertThat(sender.tokens()).contains("bas-phone");
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void whoeverIsStillSendingKeepsTheClaim() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try {
            UUID id = assigned(1, Urgency.NOW, "anna");
            sender.next("anna-phone", Mono.never());
            Disposable slow = dispatcher.turn().subscribe();
            for (int beats = 0; beats < 24; beats++) {
                house.clock.move(Dispatcher.HEARD_OF);
                time.advanceTimeBy(Dispatcher.HEARD_OF);
                assertThat(turn()).isZero();
            }
            slow.dispose();
            house.clock.move(Dispatcher.CLAIMED);
            time.advanceTimeBy(Dispatcher.CLAIMED);
            assertThat(turn()).as("nobody is heard of").isEqualTo(1);
            assertThat(waiting(id)).isEmpty();
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void aNeedIsSettledWithoutWaitingForTheOthersOfTheTurn() {
        UUID quick = assigned(1, Urgency.NOW, "anna");
        UUID slow = assigned(2, Urgency.NOW, "bas");
        sender.next("bas-phone", Mono.never());
        Disposable turn = dispatcher.turn().subscribe();
        assertThat(waiting(quick)).isEmpty();
        assertThat(waiting(slow)).hasSize(1);
        turn.dispose();
        house.clock.move(Dispatcher.CLAIMED);
        assertThat(turn()).as("only what was under way").isEqualTo(1);
        assertThat(sender.tokens()).containsExactly("anna-phone", "bas-phone", "bas-phone");
    }

    @Test
    void aNeedIsSettledOnceAllThatIsSentForItHasEnded() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        house.act(id, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, "bas");
        Sinks.One<PushOutcome> slow = Sinks.one();
        sender.next("anna-phone", slow.asMono());
        Disposable turn = dispatcher.turn().subscribe();
        assertThat(sender.tokens()).containsExactlyInAnyOrder("anna-phone", "bas-phone");
        assertThat(waiting(id)).hasSize(2);
        assertThat(turn()).as("claimed").isZero();
        slow.tryEmitValue(new PushOutcome.Delivered());
        assertThat(turn.isDisposed()).as("ended").isTrue();
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void aFreshAlertDoesNotWaitForASlowPush() {
        DispatchLoop loop = new DispatchLoop(dispatcher, house.needs.bell());
        VirtualTimeScheduler.getOrSet();
        try {
            loop.start();
            sender.next("anna-phone", Mono.never());
            assigned(1, Urgency.NOW, "anna");
            UUID fresh = assigned(2, Urgency.NOW, "bas");
            assertThat(sender.tokens()).containsExactly("anna-phone", "bas-phone");
            assertThat(waiting(fresh)).isEmpty();
        } finally {
            loop.stop();
            VirtualTimeScheduler.reset();
        }
    }
}

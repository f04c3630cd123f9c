package nl.bereik.server.alert;

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
import reactor.core.publisher.Mono;

/** People with phones, needs and what sends their alerts; in the afternoon. */
abstract class DispatcherHouse {
    final NeedHouse house = new NeedHouse("2025-06-01T12:00:00Z");
    final MemoryPushTokens tokens = new MemoryPushTokens();
    final MemoryInstalls installs = new MemoryInstalls();
    final Recorder sender = new Recorder();
    final Dispatcher dispatcher = new Dispatcher(
            house.store, new PushAddresses(tokens, installs), sender, house.clock, new SplittableRandom(3));

    /** Takes all pushes, unless something else is lined up for a token. */
    static final class Recorder implements PushSender {
        final List<Map.Entry<String, Push>> sent = new ArrayList<>();
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

    void phone(String install, String holder) {
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

    UUID assigned(long number, Urgency urgency, String to) {
        UUID id = house.raise(number, urgency);
        house.act(id, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, to);
        return id;
    }

    int turn() {
        return dispatcher.turn().blockOptional().orElseThrow();
    }

    List<Alert> waiting(UUID need) {
        return house.need(need).alerts();
    }
}

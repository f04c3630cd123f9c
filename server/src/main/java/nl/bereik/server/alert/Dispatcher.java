package nl.bereik.server.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.sync.Backoff;
import nl.bereik.server.need.Alert;
import nl.bereik.server.need.AlertOutbox;
import nl.bereik.server.need.StoredNeed;
import nl.bereik.server.push.PushAddress;
import nl.bereik.server.push.PushAddresses;
import nl.bereik.server.push.PushOutcome;
import nl.bereik.server.push.PushSender;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends alerts that are due. Each is claimed by one instance; when that one stops, another sends it again once the
 * claim is over, under the same id. Who has no phone that can be nudged is not told: the list is the truth, and what
 * nobody accepts escalates.
 */
@Component
public final class Dispatcher {
    /**
     * Longer than sending some at once takes with the patience of the sender; who is not heard of for so long has
     * stopped.
     */
    static final Duration CLAIMED = Duration.ofSeconds(20);

    /** From the first try; what has not come through by then is of no use, for the app has synced since. */
    static final Duration OF_USE = Duration.ofHours(24);

    /** Needs of one turn. */
    static final int AT_A_TIME = 32;

    private final AlertOutbox outbox;
    private final PushAddresses addresses;
    private final PushSender sender;
    private final Clock clock;
    private final RandomGenerator random;

    public Dispatcher(
            AlertOutbox outbox, PushAddresses addresses, PushSender sender, Clock clock, RandomGenerator random) {
        this.outbox = outbox;
        this.addresses = addresses;
        this.sender = sender;
        this.clock = clock;
        this.random = random;
    }

    /** Sends some. Answers how many needs had some. Repeatable. Errors with StoreUnavailableException. */
    public Mono<Integer> turn() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            String by = new UUID(random.nextLong(), random.nextLong()).toString();
            return outbox.claim(by, now, now.plus(CLAIMED), AT_A_TIME)
                    .collectList()
                    .flatMap(claimed -> send(by, claimed, now).thenReturn(claimed.size()));
        });
    }

    private Mono<Void> send(String by, List<StoredNeed> claimed, Instant now) {
        return Flux.fromIterable(Nudge.of(claimed, now))
                .flatMap(nudge -> send(nudge).map(sent -> Map.entry(nudge, sent)), AT_A_TIME)
                .collectList()
                .map(Dispatcher::byAlert)
                .flatMapMany(sent -> Flux.fromIterable(claimed)
                        .flatMap(need -> outbox.settle(by, need.id(), alerts -> left(alerts, sent)), AT_A_TIME))
                .then();
    }

    private Mono<Sent> send(Nudge nudge) {
        return addresses
                .ofHolder(nudge.to())
                .filter(address -> !nudge.hasReached(address.install()))
                .flatMap(address -> sender.send(address.token(), nudge.push())
                        .delayUntil(outcome -> forget(address, outcome))
                        .map(outcome -> Sent.to(address.install(), outcome)))
                .reduce(Sent.NOWHERE, Sent::and);
    }

    private Mono<Void> forget(PushAddress address, PushOutcome outcome) {
        return outcome instanceof PushOutcome.Unregistered ? addresses.forget(address) : Mono.empty();
    }

    private static Map<UUID, Sent> byAlert(List<Map.Entry<Nudge, Sent>> all) {
        Map<UUID, Sent> sent = new HashMap<>();
        all.forEach(entry -> entry.getKey().alerts().forEach(alert -> sent.put(alert.id(), entry.getValue())));
        return sent;
    }

    /** Those that were not sent, and those to be tried again. */
    private List<Alert> left(List<Alert> alerts, Map<UUID, Sent> all) {
        Instant now = clock.instant();
        return alerts.stream()
                .filter(alert -> {
                    Sent sent = all.get(alert.id());
                    return sent == null
                            || (sent.again() && alert.firstAt().plus(OF_USE).isAfter(now));
                })
                .map(alert -> {
                    Sent sent = all.get(alert.id());
                    return sent == null ? alert : again(alert, sent, now);
                })
                .toList();
    }

    private Alert again(Alert alert, Sent sent, Instant now) {
        Set<String> reached = new TreeSet<>(alert.reached());
        reached.addAll(sent.reached());
        Duration rest = Backoff.delay(alert.tries(), random);
        return alert.again(
                now.plus(sent.after() == null || sent.after().compareTo(rest) < 0 ? rest : sent.after()), reached);
    }
}

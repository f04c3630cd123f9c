package nl.bereik.server.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nl.bereik.protocol.sync.Backoff;
import nl.bereik.server.need.Alert;
import nl.bereik.server.need.AlertOutbox;
import nl.bereik.server.need.StoredNeed;
import nl.bereik.server.push.PushAddress;
import nl.bereik.server.push.PushAddresses;
import nl.bereik.server.push.PushOutcome;
import nl.bereik.server.push.PushSender;
import nl.bereik.server.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
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
    /** Who is not heard of for so long has stopped. */
    static final Duration CLAIMED = Duration.ofSeconds(20);

    /** How often a claim is extended while its alerts are being sent, however long that takes. */
    static final Duration HEARD_OF = Duration.ofSeconds(5);

    /** From the first try; what has not come through by then is of no use, for the app has synced since. */
    static final Duration OF_USE = Duration.ofHours(24);

    /** Needs of one turn. */
    static final int MOST = 32;

    /** Nudges of one turn that are under way. */
    static final int AT_ONCE = 8;

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

    /**
     * Sends some, and settles each need as soon as what is sent for it has ended. Answers how many needs had some.
     * Repeatable, also side by side. Errors with StoreUnavailableException.
     */
    public Mono<Integer> turn() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            String by = new UUID(random.nextLong(), random.nextLong()).toString();
            return outbox.claim(by, now, now.plus(CLAIMED), MOST)
                    .collectList()
                    .flatMap(claimed -> turn(by, claimed, now));
        });
    }

    private Mono<Integer> turn(String by, List<StoredNeed> claimed, Instant now) {
        return Mono.firstWithSignal(send(by, claimed, now), keep(by, claimed)).thenReturn(claimed.size());
    }

    private Mono<Void> send(String by, List<StoredNeed> claimed, Instant now) {
        Claimed all = new Claimed(claimed, now);
        return Flux.fromIterable(all.nudges())
                .flatMap(
                        nudge -> send(nudge).flatMap(sent -> {
                            all.sent(nudge, sent);
                            return settle(by, all);
                        }),
                        AT_ONCE)
                .then(settle(by, all));
    }

    private Mono<Void> settle(String by, Claimed all) {
        return Flux.defer(() -> Flux.fromIterable(all.ended()))
                .concatMap(need -> outbox.settle(by, need, alerts -> left(alerts, all)))
                .then();
    }

    /** Never completes. While the store is away the claim cannot be extended, but then nothing can be claimed either. */
    private Mono<Void> keep(String by, List<StoredNeed> claimed) {
        List<UUID> ids = claimed.stream().map(StoredNeed::id).toList();
        return Flux.interval(HEARD_OF)
                .onBackpressureDrop()
                .concatMap(any -> outbox.extend(by, ids, clock.instant().plus(CLAIMED))
                        .onErrorResume(StoreUnavailableException.class, e -> Mono.empty()))
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

    /** Those that were not sent, and those to be tried again. */
    private List<Alert> left(List<Alert> alerts, Claimed all) {
        Instant now = clock.instant();
        return alerts.stream()
                .flatMap(alert -> left(alert, all.sent(alert), now))
                .toList();
    }

    private Stream<Alert> left(Alert alert, @Nullable Sent sent, Instant now) {
        if (sent == null) {
            return Stream.of(alert);
        }
        boolean ofUse = alert.firstAt().plus(OF_USE).isAfter(now);
        return sent.again() && ofUse ? Stream.of(again(alert, sent, now)) : Stream.empty();
    }

    private Alert again(Alert alert, Sent sent, Instant now) {
        Set<String> reached = new TreeSet<>(alert.reached());
        reached.addAll(sent.reached());
        Duration rest = Backoff.delay(alert.tries(), random);
        return alert.again(
                now.plus(sent.after() == null || sent.after().compareTo(rest) < 0 ? rest : sent.after()), reached);
    }
}

package nl.bereik.server.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.server.web.RefusedException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets each proof through once, for good. A proof is fresh for some minutes; its nonce is remembered that long, in
 * memory, and in the store where memory is not enough: when other processes serve too, when the proof may have been
 * used before this process began, and when it may outlive it. Memory is bounded: when it is full, the oldest proofs
 * are forgotten and whatever is as old as they is refused as CLOCK_SKEW, upon which an honest phone makes a new one.
 */
@Component
final class UsedProofs {
    private static final int MAX_REMEMBERED = 200_000;
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    private final NonceStore store;
    private final Clock clock;
    private final int maxRemembered;
    private final Instant oursAlone;
    private final AtomicReference<Instant> nextForget = new AtomicReference<>(Instant.MIN);

    /** By second of issue. */
    private final TreeMap<Instant, Set<String>> nonces = new TreeMap<>();

    private Instant notBefore;
    private int remembered;

    @Autowired
    UsedProofs(NonceStore store, Clock clock) {
        this(store, clock, MAX_REMEMBERED);
    }

    UsedProofs(NonceStore store, Clock clock, int maxRemembered) {
        this.store = store;
        this.clock = clock;
        this.maxRemembered = maxRemembered;
        Instant started = clock.instant();
        // A proof from before the start may have been used up by the process before this one.
        this.notBefore = store.isShared() ? Instant.MIN : started;
        this.oursAlone = started.plus(RequestProof.MAX_AHEAD);
    }

    /**
     * Uses a proof up whose signature has been checked. Errors with {@link RefusedException} CLOCK_SKEW or REPLAYED,
     * and with StoreUnavailableException.
     */
    Mono<Void> use(String install, RequestProof claim) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            String nonce = install + ' ' + claim.nonce();
            remember(nonce, claim.issuedAt(), now);
            boolean memoryIsEnough = !store.isShared()
                    && !now.isBefore(oursAlone)
                    && !claim.issuedAt().isAfter(now);
            return memoryIsEnough ? Mono.empty() : useInStore(nonce, claim.issuedAt(), now);
        });
    }

    private Mono<Void> useInStore(String nonce, Instant issuedAt, Instant now) {
        Instant until = issuedAt.plus(RequestProof.MAX_BEHIND).plusSeconds(1);
        return forgetNowAndThen(now)
                .then(store.use(nonce, until))
                .flatMap(first -> first ? Mono.empty() : Mono.error(new RefusedException(Reason.REPLAYED)));
    }

    private Mono<Void> forgetNowAndThen(Instant now) {
        Instant due = nextForget.get();
        return now.isBefore(due) || !nextForget.compareAndSet(due, now.plus(FORGET_EVERY))
                ? Mono.empty()
                : store.forget(now);
    }

    private synchronized void remember(String nonce, Instant issuedAt, Instant now) {
        dropBefore(now.minus(RequestProof.MAX_BEHIND));
        if (issuedAt.isAfter(now.plus(RequestProof.MAX_AHEAD))
                || issuedAt.isBefore(now.minus(RequestProof.MAX_BEHIND))
                || issuedAt.isBefore(notBefore)) {
            throw new RefusedException(Reason.CLOCK_SKEW);
        }
        if (!nonces.computeIfAbsent(issuedAt, second -> new HashSet<>()).add(nonce)) {
            throw new RefusedException(Reason.REPLAYED);
        }
        remembered++;
        while (remembered > maxRemembered && nonces.size() > 1) {
            Instant oldest = nonces.firstKey();
            notBefore = oldest.plusSeconds(1);
            dropBefore(notBefore);
        }
    }

    private void dropBefore(Instant limit) {
        Map<Instant, Set<String>> gone = nonces.headMap(limit, false);
        remembered -= gone.values().stream().mapToInt(Set::size).sum();
        gone.clear();
    }
}

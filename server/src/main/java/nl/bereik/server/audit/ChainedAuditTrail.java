package nl.bereik.server.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import nl.bereik.server.store.StoreUnavailableException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Appends to the chain. The number is the id, so of all that append at once, on whatever instance, one gets it and the
 * others go on to the next: a gap or a fork cannot arise. The head is noted after the entry: it may lag, by those whose
 * appending was cut off, and never leads.
 */
@Component
final class ChainedAuditTrail implements AuditTrail {
    /** More than ever append at once; each time that one loses, another has won. */
    private static final int MAX_LOST = 500;

    private static final int MAX_LENGTH = 200;
    private static final int JITTER_MILLIS = 4;

    private final AuditStore store;
    private final Clock clock;
    private final RandomGenerator random;
    private final RecentReads recent = new RecentReads();

    ChainedAuditTrail(AuditStore store, Clock clock, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Mono<Void> note(String who, AuditAct act, String id) {
        return Mono.defer(() -> {
            require(who);
            require(id);
            if (who.isEmpty()) {
                throw new IllegalArgumentException("somebody does it");
            }
            Mono<Void> append = Mono.defer(() -> store.head().flatMap(head -> append(head, who, act, id, 0)));
            return act.onceAMinute() ? recent.once(new RecentReads.Read(who, act, id, minute()), append) : append;
        });
    }

    private Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    private Mono<Void> append(AuditHead head, String who, AuditAct act, String id, int lost) {
        AuditEntry entry = AuditEntry.after(head, clock.instant(), who, act, id);
        return store.insert(entry).flatMap(inserted -> {
            if (inserted) {
                return store.advance(entry.head());
            }
            if (lost >= MAX_LOST) {
                return Mono.error(new StoreUnavailableException(new IllegalStateException("too many append at once")));
            }
            Mono<AuditHead> next = store.find(entry.number()).map(AuditEntry::head);
            return jitter(lost).then(next.defaultIfEmpty(head)).flatMap(now -> append(now, who, act, id, lost + 1));
        });
    }

    private Mono<Long> jitter(int lost) {
        return lost == 0 ? Mono.empty() : Mono.delay(Duration.ofMillis(random.nextInt(JITTER_MILLIS)));
    }

    /** Nothing that has lines or is long is a name or an id. */
    private static void require(String text) {
        if (text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a name or an id");
        }
    }
}

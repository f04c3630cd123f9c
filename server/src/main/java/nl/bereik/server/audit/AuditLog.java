package nl.bereik.server.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the entries, newest first, and verifies them. Publishers error with StoreUnavailableException. */
@Component
public class AuditLog {
    static final int PAGE = 50;
    private static final int STEP = 500;

    /** Beyond that many entries without enough that fit, somebody has to ask to go on. */
    private static final int LOOKED_AT = 20_000;

    /** By how much the clocks of instances may differ: entries stand in the order in which they were written. */
    private static final int OUT_OF_ORDER = 100;

    private final AuditStore store;
    private final AuditVerifier verifier;

    AuditLog(AuditStore store, AuditVerifier verifier) {
        this.store = store;
        this.verifier = verifier;
    }

    /**
     * Which entries are asked for; null for all.
     *
     * @param from the first moment
     * @param to the first moment after
     */
    public record Filter(
            @Nullable String who,
            @Nullable AuditAct act,
            @Nullable Instant from,
            @Nullable Instant to) {
        boolean fits(AuditEntry entry) {
            return (who == null || who.equals(entry.who()))
                    && (act == null || act.name().equals(entry.act()))
                    && (from == null || !entry.at().isBefore(from))
                    && (to == null || entry.at().isBefore(to));
        }
    }

    /**
     * Some entries, newest first.
     *
     * @param older the number before which to go on; null when there is nothing before
     */
    public record Page(List<AuditEntry> entries, @Nullable Long older) {}

    /**
     * The entries that fit, at most {@value #PAGE}, from before a number on; the newest when it is null. Never empty.
     */
    public Mono<Page> page(Filter filter, @Nullable Long before) {
        return (before == null ? end(filter) : Mono.just(before))
                .flatMap(start -> Mono.just(new Looked(start - 1, start, List.of(), false))
                        .expand(looked -> looked.done ? Mono.empty() : step(looked, filter))
                        .last())
                .map(looked -> new Page(looked.found, looked.next < 1 ? null : looked.next + 1));
    }

    /** @param next the number to look at next */
    private record Looked(long next, long start, List<AuditEntry> found, boolean done) {}

    private Mono<Looked> step(Looked looked, Filter filter) {
        if (looked.next < 1) {
            return Mono.just(new Looked(0, looked.start, looked.found, true));
        }
        long from = Math.max(1, looked.next - STEP + 1);
        return store.between(from, looked.next).collectList().map(entries -> {
            List<AuditEntry> found = new ArrayList<>(looked.found);
            for (int i = entries.size() - 1; i >= 0; i--) {
                AuditEntry entry = entries.get(i);
                if (filter.fits(entry)) {
                    found.add(entry);
                    if (found.size() == PAGE) {
                        return new Looked(entry.number() - 1, looked.start, found, true);
                    }
                }
            }
            boolean before = filter.from != null
                    && entries.size() >= OUT_OF_ORDER
                    && entries.stream().allMatch(entry -> entry.at().isBefore(filter.from));
            long next = before ? 0 : from - 1;
            return new Looked(next, looked.start, found, next < 1 || looked.start - next > LOOKED_AT);
        });
    }

    /** The number after the last entry that can fit. */
    private Mono<Long> end(Filter filter) {
        Mono<Long> last = store.head().flatMap(head -> store.between(head.number() + 1, head.number() + STEP)
                .map(AuditEntry::number)
                .reduce(head.number(), Math::max));
        Instant to = filter.to;
        return to == null
                ? last.map(number -> number + 1)
                : last.flatMap(number ->
                        firstFrom(to, 1, number + 1).map(first -> Math.min(first + OUT_OF_ORDER, number + 1)));
    }

    /** By halving: the number of the first entry at or after a moment, of those from low up to before high. */
    private Mono<Long> firstFrom(Instant to, long low, long high) {
        if (low >= high) {
            return Mono.just(low);
        }
        long middle = (low + high) >>> 1;
        return store.find(middle)
                .map(entry -> entry.at().isBefore(to))
                .defaultIfEmpty(true)
                .flatMap(earlier -> earlier ? firstFrom(to, middle + 1, high) : firstFrom(to, low, middle));
    }

    /** Those who have done something in the newest entries, in the order of the alphabet. */
    public Mono<List<String>> actors() {
        return store.head()
                .flatMapMany(head -> store.between(Math.max(1, head.number() - LOOKED_AT), head.number() + STEP))
                .map(AuditEntry::who)
                .filter(who -> !who.isEmpty())
                .distinct()
                .take(200)
                .sort(Comparator.naturalOrder())
                .collectList();
    }

    /** What the last verification came to; empty when there was none. */
    public Mono<LastVerification> lastVerification() {
        return store.lastVerification();
    }

    /** Verifies all; see {@link #lastVerification} for what it came to. */
    public Mono<Verification> verify() {
        return verifier.verify(null);
    }
}

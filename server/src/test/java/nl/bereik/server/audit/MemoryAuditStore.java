package nl.bereik.server.audit;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entries in memory. */
public final class MemoryAuditStore implements AuditStore {
    private final NavigableMap<Long, AuditEntry> entries = new TreeMap<>();
    private AuditHead head = AuditHead.NONE;
    private @Nullable LastVerification last;

    @Override
    public Mono<AuditHead> head() {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return head;
            }
        });
    }

    @Override
    public synchronized Mono<AuditEntry> find(long number) {
        return Mono.justOrEmpty(entries.get(number));
    }

    @Override
    public Flux<AuditEntry> between(long from, long to) {
        return Flux.defer(() -> {
            synchronized (this) {
                return Flux.fromIterable(new TreeMap<>(entries.subMap(from, true, to, true)).values());
            }
        });
    }

    @Override
    public Mono<Boolean> insert(AuditEntry entry) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return entries.putIfAbsent(entry.number(), entry) == null;
            }
        });
    }

    @Override
    public Mono<Void> advance(AuditHead to) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                if (to.number() > head.number()) {
                    head = to;
                }
            }
        });
    }

    @Override
    public Mono<Long> size() {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return (long) entries.size();
            }
        });
    }

    @Override
    public synchronized Mono<LastVerification> lastVerification() {
        return Mono.justOrEmpty(last);
    }

    @Override
    public Mono<Void> keep(LastVerification kept) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                last = kept;
            }
        });
    }

    /** What somebody with a knife does. */
    synchronized NavigableMap<Long, AuditEntry> entries() {
        return entries;
    }

    synchronized void cutHead(AuditHead to) {
        head = to;
    }

    /** Appends entries as if these acts had been noted then. */
    public void append(String who, AuditAct act, String id, Instant at) {
        AuditHead last = head().blockOptional().orElseThrow();
        AuditEntry entry = AuditEntry.after(last, at, who, act, id);
        insert(entry).then(advance(entry.head())).block();
    }

    /** Changes what an entry says, without its hash. */
    public synchronized void tamper(long number) {
        entries.computeIfPresent(
                number, (key, e) -> new AuditEntry(key, e.at(), "mallory", e.act(), e.kind(), e.id(), e.hash()));
    }

    public synchronized void clear() {
        entries.clear();
        head = AuditHead.NONE;
        last = null;
    }
}

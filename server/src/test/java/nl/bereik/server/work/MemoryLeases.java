package nl.bereik.server.work;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Leases in memory. */
public final class MemoryLeases implements Leases {
    private final Map<String, Lease> leases = new HashMap<>();

    private record Lease(String holder, Instant until) {}

    @Override
    public Mono<Boolean> take(String work, String holder, Instant now, Instant until) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                Lease there = leases.get(work);
                boolean free = there == null || !there.until().isAfter(now);
                if (free) {
                    leases.put(work, new Lease(holder, until));
                }
                return free;
            }
        });
    }

    @Override
    public Mono<Boolean> extend(String work, String holder, Instant until) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                Lease there = leases.get(work);
                boolean mine = there != null && there.holder().equals(holder);
                if (mine) {
                    leases.put(work, new Lease(holder, until));
                }
                return mine;
            }
        });
    }
}

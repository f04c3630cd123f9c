package nl.bereik.server.need;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Counts in memory; shared by the instances of a test. */
public final class MemoryRings implements Rings {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> add(String team) {
        return Mono.fromRunnable(() -> counts.merge(team, 1L, Long::sum));
    }

    @Override
    public Mono<Map<String, Long>> counts() {
        return Mono.fromSupplier(() -> Map.copyOf(counts));
    }
}

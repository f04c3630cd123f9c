package nl.bereik.server.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** A quarantine in memory. */
public final class MemoryQuarantine implements Quarantine {
    private final Map<String, QuarantinedItem> items = new LinkedHashMap<>();

    public synchronized List<QuarantinedItem> items() {
        return List.copyOf(items.values());
    }

    @Override
    public Mono<Set<String>> keep(List<QuarantinedItem> more) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                more.forEach(item -> items.putIfAbsent(item.id(), item));
                return Set.of();
            }
        });
    }
}

package nl.bereik.server.intake;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A quarantine in memory. */
public final class MemoryQuarantine implements Quarantine {
    private final Map<String, QuarantinedItem> items = new LinkedHashMap<>();
    private final Map<String, ItemOutcome> resolved = new LinkedHashMap<>();

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

    @Override
    public Flux<QuarantinedItem> waiting() {
        return Flux.defer(() -> Flux.fromStream(items().stream().filter(item -> !isResolved(item))));
    }

    private synchronized boolean isResolved(QuarantinedItem item) {
        return resolved.containsKey(item.id());
    }

    @Override
    public Mono<Void> resolve(QuarantinedItem item, ItemOutcome outcome) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                resolved.put(item.id(), outcome);
            }
        });
    }

    @Override
    public synchronized Flux<ItemOutcome> resolved(String install) {
        return Flux.fromIterable(resolved.entrySet().stream()
                .filter(each -> items.containsKey(each.getKey())
                        && Objects.requireNonNull(items.get(each.getKey()))
                                .install()
                                .equals(install))
                .map(Map.Entry::getValue)
                .toList());
    }

    @Override
    public Flux<Kept> kept() {
        return Flux.defer(() -> Flux.fromStream(items().stream()
                .map(item -> new Kept(item.id(), item.item().opId(), ContentHash.of(item.item()), item.receivedOn()))));
    }

    @Override
    public Mono<Long> remove(Collection<String> ids) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return ids.stream().filter(id -> items.remove(id) != null).count();
            }
        });
    }
}

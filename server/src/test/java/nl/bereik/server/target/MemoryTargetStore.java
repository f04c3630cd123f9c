package nl.bereik.server.target;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.bereik.protocol.target.TargetProgress;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Targets in memory. */
public final class MemoryTargetStore implements TargetStore {
    private final Map<TargetKey, Target> all = new LinkedHashMap<>();

    @Override
    public Flux<Target> of(String region) {
        return Flux.defer(() -> Flux.fromIterable(read(region)));
    }

    private synchronized List<Target> read(String region) {
        return all.values().stream()
                .filter(target -> target.key().region().equals(region))
                .toList();
    }

    @Override
    public synchronized Mono<Target> find(TargetKey key) {
        return Mono.justOrEmpty(all.get(key));
    }

    @Override
    public Mono<Boolean> add(Target target) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return all.putIfAbsent(target.key(), target) == null;
            }
        });
    }

    @Override
    public Mono<Boolean> change(TargetKey key, long number) {
        return Mono.fromSupplier(() -> update(
                key,
                target -> new Target(
                        key,
                        new TargetProgress(
                                key.period(),
                                key.figure(),
                                number,
                                target.progress().counted(),
                                target.progress().through()),
                        target.countedOn())));
    }

    @Override
    public Mono<Boolean> remove(TargetKey key) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return all.remove(key) != null;
            }
        });
    }

    @Override
    public Mono<Void> count(TargetKey key, long counted, LocalDate through, LocalDate on) {
        return Mono.fromRunnable(() ->
                update(key, target -> target.countedOn().isAfter(on) ? target : target.counted(counted, through, on)));
    }

    public synchronized void clear() {
        all.clear();
    }

    private synchronized boolean update(TargetKey key, UnaryOperator<Target> change) {
        return all.computeIfPresent(key, (same, target) -> change.apply(target)) != null;
    }
}

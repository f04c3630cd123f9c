package nl.bereik.server.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Releases in memory. */
public final class MemoryReleaseStore implements ReleaseStore {
    private final SortedMap<Integer, StoredRelease> releases = new TreeMap<>();

    @Override
    public Flux<StoredRelease> all() {
        return Flux.defer(() -> Flux.fromIterable(snapshot()));
    }

    private synchronized List<StoredRelease> snapshot() {
        return new ArrayList<>(releases.values());
    }

    @Override
    public Mono<Boolean> add(StoredRelease release) {
        return Mono.fromSupplier(() -> put(release));
    }

    private synchronized boolean put(StoredRelease release) {
        return releases.putIfAbsent(release.number(), release) == null;
    }

    public synchronized void clear() {
        releases.clear();
    }
}

package nl.bereik.server.retention;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Keys in memory. */
public final class MemoryForgotten implements Forgotten {
    private final Set<String> keys = new TreeSet<>();
    private int asked;

    @Override
    public Mono<Set<String>> among(Collection<String> some) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                asked++;
                return some.stream().filter(keys::contains).collect(Collectors.toUnmodifiableSet());
            }
        });
    }

    @Override
    public Mono<Void> note(Collection<String> more) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                keys.addAll(more);
            }
        });
    }

    /** How often it was asked. */
    public synchronized int asked() {
        return asked;
    }

    /** As if an earlier backup were put back. */
    public synchronized void clear() {
        keys.clear();
    }
}

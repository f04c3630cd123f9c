package nl.bereik.server.signature;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Nonces in memory. */
public final class MemoryNonceStore implements NonceStore {
    private final Map<String, Instant> nonces = new HashMap<>();
    private final boolean shared;

    public MemoryNonceStore(boolean shared) {
        this.shared = shared;
    }

    @Override
    public boolean isShared() {
        return shared;
    }

    @Override
    public Mono<Boolean> use(String nonce, Instant until) {
        return Mono.fromSupplier(() -> {
            synchronized (nonces) {
                return nonces.putIfAbsent(nonce, until) == null;
            }
        });
    }

    @Override
    public Mono<Void> forget(Instant now) {
        return Mono.fromRunnable(() -> {
            synchronized (nonces) {
                nonces.values().removeIf(until -> !until.isAfter(now));
            }
        });
    }

    int size() {
        synchronized (nonces) {
            return nonces.size();
        }
    }
}

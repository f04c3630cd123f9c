package nl.bereik.server.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** API keys in memory. */
public final class MemoryApiKeys implements ApiKeys {
    private final Map<String, String> accounts = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> add(String keyHash, String account) {
        return Mono.fromRunnable(() -> accounts.put(keyHash, account));
    }

    @Override
    public Mono<String> accountOf(String keyHash) {
        return Mono.fromSupplier(() -> accounts.get(keyHash));
    }

    /** What is stored of the keys. */
    public Map<String, String> stored() {
        return Map.copyOf(accounts);
    }
}

package nl.bereik.server.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
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

    @Override
    public Flux<String> of(String account) {
        return Flux.defer(() -> Flux.fromIterable(stored().entrySet()))
                .filter(entry -> entry.getValue().equals(account))
                .map(entry -> ApiKeys.id(entry.getKey()));
    }

    @Override
    public Mono<Void> remove(String account, String id) {
        return Mono.fromRunnable(() -> accounts.entrySet()
                .removeIf(entry -> entry.getValue().equals(account)
                        && ApiKeys.id(entry.getKey()).equals(id)));
    }

    @Override
    public Mono<Void> removeAll(String account) {
        return Mono.fromRunnable(() -> accounts.values().removeIf(account::equals));
    }

    /** What is stored of the keys. */
    public Map<String, String> stored() {
        return Map.copyOf(accounts);
    }
}

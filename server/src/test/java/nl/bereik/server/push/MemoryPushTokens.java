package nl.bereik.server.push;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tokens in memory. */
public final class MemoryPushTokens implements PushTokens {
    private final Map<String, PushAddress> addresses = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> keep(PushAddress address) {
        return Mono.fromRunnable(() -> {
            addresses.put(address.install(), address);
            addresses
                    .values()
                    .removeIf(
                            other -> other.token().text().equals(address.token().text())
                                    && !other.install().equals(address.install()));
        });
    }

    @Override
    public Mono<PushAddress> of(String install) {
        return Mono.fromSupplier(() -> addresses.get(install));
    }

    @Override
    public Flux<PushAddress> ofHolder(String account) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(addresses.values())))
                .filter(address -> Objects.equals(address.holder(), account));
    }

    @Override
    public Mono<Void> remove(String install) {
        return removeIf(address -> address.install().equals(install)).then();
    }

    @Override
    public Mono<Void> removeOfPhone(String phone) {
        return removeIf(address -> address.phone().equals(phone)).then();
    }

    @Override
    public Mono<Boolean> forget(PushAddress address) {
        return removeIf(kept -> kept.install().equals(address.install())
                && kept.token().text().equals(address.token().text()));
    }

    private Mono<Boolean> removeIf(Predicate<PushAddress> which) {
        return Mono.fromSupplier(() -> addresses.values().removeIf(which));
    }
}

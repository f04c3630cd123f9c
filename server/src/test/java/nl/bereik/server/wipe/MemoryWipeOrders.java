package nl.bereik.server.wipe;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Orders in memory. */
public final class MemoryWipeOrders implements WipeOrders {
    private final Map<String, WipeOrder> orders = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> add(WipeOrder order) {
        return Mono.fromRunnable(() -> orders.putIfAbsent(order.phone(), order));
    }

    @Override
    public Mono<WipeOrder> find(String phone) {
        return Mono.fromSupplier(() -> orders.get(phone));
    }

    @Override
    public Flux<WipeOrder> all() {
        return Flux.defer(() -> Flux.fromIterable(orders.values()));
    }

    @Override
    public Mono<Boolean> confirm(String phone, String token, Instant at) {
        return find(phone)
                .filter(order -> order.token().equals(token))
                .doOnNext(order -> orders.computeIfPresent(
                        phone,
                        (same, now) -> now.confirmedAt() != null
                                ? now
                                : new WipeOrder(phone, now.token(), now.orderedAt(), at)))
                .hasElement();
    }
}

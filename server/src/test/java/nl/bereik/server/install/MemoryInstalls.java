package nl.bereik.server.install;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Installs in memory. */
public final class MemoryInstalls implements Installs {
    private final Map<String, Install> installs = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> add(Install install) {
        return Mono.fromRunnable(() -> installs.putIfAbsent(install.id(), install));
    }

    @Override
    public Mono<Install> find(String id) {
        return Mono.fromSupplier(() -> installs.get(id));
    }

    @Override
    public Flux<Install> all() {
        return Flux.defer(() -> Flux.fromIterable(installs.values()))
                .sort(Comparator.comparing(Install::enrolledAt).reversed());
    }

    @Override
    public Mono<Boolean> revoke(String id, Instant at) {
        return find(id).doOnNext(install -> Stream.of(id, install.phone())
                        .forEach(each -> installs.computeIfPresent(
                                each, (same, there) -> there.revokedAt() != null ? there : there.revoked(at))))
                .hasElement();
    }

    @Override
    public Mono<Void> seen(String id, LocalDate on) {
        return Mono.fromRunnable(() -> installs.computeIfPresent(id, (same, install) -> install.seen(on)));
    }
}

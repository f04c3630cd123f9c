package nl.bereik.server.install;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
        return Mono.fromSupplier(() -> installs.computeIfPresent(
                        id,
                        (same, install) -> install.revokedAt() != null
                                ? install
                                : new Install(
                                        id,
                                        install.team(),
                                        install.publicKey(),
                                        install.enrolledAt(),
                                        install.lastSeenOn(),
                                        at))
                != null);
    }

    @Override
    public Mono<Void> seen(String id, LocalDate on) {
        return Mono.fromRunnable(() -> installs.computeIfPresent(
                id,
                (same, install) -> new Install(
                        id, install.team(), install.publicKey(), install.enrolledAt(), on, install.revokedAt())));
    }
}

package nl.bereik.server.install;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.bereik.protocol.teamkey.SealKey;
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
    public Flux<Install> ofTeam(String team) {
        return all().filter(install -> install.team().equals(team));
    }

    @Override
    public Mono<Boolean> approve(String id) {
        return Mono.fromSupplier(() -> installs.computeIfPresent(id, (same, install) -> install.approved()) != null);
    }

    @Override
    public Mono<Void> sealTo(String id, SealKey key) {
        return Mono.fromRunnable(() -> installs.computeIfPresent(
                id, (same, install) -> install.sealKey() == null ? install.sealedTo(key) : install));
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

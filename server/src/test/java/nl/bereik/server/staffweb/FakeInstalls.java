package nl.bereik.server.staffweb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Phones in memory. */
final class FakeInstalls implements Installs {
    private final Map<String, Install> installs = new ConcurrentHashMap<>();
    private volatile @Nullable RuntimeException fault;

    static Install phone(String id, Instant enrolledAt, @Nullable LocalDate lastSeenOn) {
        return new Install(id, "team-1", Json.readObject("{}"), null, enrolledAt, lastSeenOn, null);
    }

    /** A phone that the coordinator has still to approve. */
    static Install waiting(String id, Instant enrolledAt) {
        return new Install(
                id,
                "team-1",
                Json.readObject("{}"),
                null,
                enrolledAt,
                null,
                null,
                SealKey.of(new byte[SealKey.KEY_BYTES]),
                "worker",
                true);
    }

    /** A phone of the team {@link NeedsStand#TEAM} that somebody carries. */
    static Install carriedBy(String holder, String id) {
        return new Install(
                id,
                NeedsStand.TEAM,
                Json.readObject("{}"),
                null,
                StaffWebApplication.NOW,
                null,
                null,
                null,
                holder,
                false);
    }

    /** From now on nothing is found, until phones are set again. */
    void breakWith(RuntimeException why) {
        fault = why;
    }

    void set(Install... all) {
        fault = null;
        installs.clear();
        for (Install install : all) {
            installs.put(install.id(), install);
        }
    }

    @Override
    public Mono<Void> add(Install install) {
        return Mono.fromRunnable(() -> installs.putIfAbsent(install.id(), install));
    }

    @Override
    public Mono<Install> find(String id) {
        return Mono.fromSupplier(() -> {
            check();
            return installs.get(id);
        });
    }

    @Override
    public Flux<Install> all() {
        return Flux.defer(() -> {
            check();
            List<Install> all = new ArrayList<>(installs.values());
            all.sort(Comparator.comparing(Install::enrolledAt).reversed());
            return Flux.fromIterable(all);
        });
    }

    @Override
    public Flux<Install> ofTeam(String team) {
        return all().filter(install -> install.team().equals(team));
    }

    @Override
    public Mono<Boolean> approve(String id) {
        return Mono.fromSupplier(() -> installs.computeIfPresent(id, (same, phone) -> phone.approved()) != null);
    }

    @Override
    public Mono<Void> sealTo(String id, SealKey key) {
        return Mono.empty();
    }

    @Override
    public Mono<Boolean> revoke(String id, Instant at) {
        return Mono.fromSupplier(() -> installs.computeIfPresent(id, (same, phone) -> phone.revoked(at)) != null);
    }

    @Override
    public Mono<Void> seen(String id, LocalDate on) {
        return Mono.empty();
    }

    private void check() {
        RuntimeException why = fault;
        if (why != null) {
            throw why;
        }
    }
}

package nl.bereik.server.care;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Profiles in memory. */
public final class MemoryCareProfiles implements CareProfiles {
    private final Map<String, CareProfile> profiles = new ConcurrentHashMap<>();

    @Override
    public Mono<CareProfile> find(String account) {
        return Mono.fromSupplier(() -> profiles.get(account));
    }

    @Override
    public Flux<CareProfile> all() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(profiles.values())))
                .sort(Comparator.comparingInt(CareProfile::turn).thenComparing(CareProfile::account));
    }

    @Override
    public Mono<Void> put(CareProfile profile) {
        return Mono.fromRunnable(() -> profiles.put(profile.account(), profile));
    }

    @Override
    public Mono<Void> remove(String account) {
        return Mono.fromRunnable(() -> profiles.remove(account));
    }
}

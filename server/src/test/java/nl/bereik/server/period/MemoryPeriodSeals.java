package nl.bereik.server.period;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.bereik.protocol.reach.ReportingPeriod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Seals in memory. */
public final class MemoryPeriodSeals implements PeriodSeals {
    private final Map<ReportingPeriod, PeriodSeal> seals = new LinkedHashMap<>();

    @Override
    public Flux<PeriodSeal> all() {
        return Flux.defer(() -> {
            synchronized (this) {
                return Flux.fromIterable(List.copyOf(seals.values()));
            }
        });
    }

    @Override
    public Mono<PeriodSeal> begin(ReportingPeriod halfYear, String by, Instant at) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                seals.putIfAbsent(halfYear, new PeriodSeal(halfYear, by, at, false));
                return Objects.requireNonNull(seals.get(halfYear));
            }
        });
    }

    @Override
    public Mono<Void> finish(ReportingPeriod halfYear) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                seals.computeIfPresent(halfYear, (period, seal) -> new PeriodSeal(period, seal.by(), seal.at(), true));
            }
        });
    }

    public synchronized void clear() {
        seals.clear();
    }
}

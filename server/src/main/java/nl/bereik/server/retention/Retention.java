package nl.bereik.server.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.work.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets go, once a day and on one instance at a time, of all that has been kept long enough. */
@Component
public final class Retention {
    static final String WORK = "retention";

    /** Longer than some things take to go; who is not heard of for so long has stopped. */
    static final Duration HELD = Duration.ofMinutes(5);

    /** A bit less than a day, so that the hour at which it is looked does not wander. */
    static final Duration NOT_AGAIN_FOR = Duration.ofHours(23);

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final List<Retained> kinds;
    private final Leases leases;
    private final AuditTrail trail;
    private final ReferenceData reference;
    private final Clock clock;
    private final String holder;

    Retention(
            List<Retained> kinds,
            Leases leases,
            AuditTrail trail,
            ReferenceData reference,
            Clock clock,
            RandomGenerator random) {
        this.kinds = List.copyOf(kinds);
        this.leases = leases;
        this.trail = trail;
        this.reference = reference;
        this.clock = clock;
        this.holder = new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** What would go today: per kind and half-year how many. Never empty; changes nothing. */
    public Mono<Map<String, Map<String, Long>>> dryRun() {
        return Flux.fromIterable(kinds)
                .concatMap(kind -> kind.due(today())
                        .<Map<String, Long>>reduceWith(TreeMap::new, (sums, due) -> {
                            sums.merge(due.period(), due.count(), Long::sum);
                            return sums;
                        })
                        .map(sums -> Map.entry(kind.kind(), sums)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, LinkedHashMap::new);
    }

    /**
     * Lets go of what has to go unless another does, or has today. Answers how many have gone here. Repeatable. Errors
     * with StoreUnavailableException, and then somebody goes on when the lease has run out.
     */
    Mono<Long> run() {
        return Mono.defer(() -> leases.take(
                        WORK, holder, clock.instant(), clock.instant().plus(HELD)))
                .flatMap(taken -> taken ? letGo().delayUntil(gone -> finish()) : Mono.just(0L));
    }

    private Mono<Boolean> finish() {
        return leases.extend(WORK, holder, clock.instant().plus(NOT_AGAIN_FOR));
    }

    private Mono<Long> letGo() {
        return Flux.fromIterable(kinds).concatMap(this::letGo).reduce(0L, Long::sum);
    }

    private Mono<Long> letGo(Retained kind) {
        LocalDate today = today();
        Mono<Long> gone = kind.letGo(today)
                .concatMap(some -> stillHeld().map(held -> held ? some : -1 - some), 1)
                .takeUntil(some -> some < 0)
                .map(some -> some < 0 ? -1 - some : some)
                .reduce(0L, Long::sum)
                .doOnNext(sum -> LOG.info("retention: {} {} let go of", sum, kind.kind()));
        return kind.due(today)
                .any(due -> due.count() > 0)
                .flatMap(any -> any
                        ? trail.note(AuditTrail.SERVER, AuditAct.RETENTION_DONE, kind.kind())
                                .then(gone)
                        : Mono.just(0L));
    }

    /** Once lost, the rest is left to who has it now. */
    private Mono<Boolean> stillHeld() {
        return leases.extend(WORK, holder, clock.instant().plus(HELD));
    }

    private LocalDate today() {
        return reference.dayOf(clock.instant());
    }
}

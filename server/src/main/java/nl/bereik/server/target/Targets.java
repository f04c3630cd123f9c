package nl.bereik.server.target;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Scope;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.install.Teams;
import nl.bereik.server.web.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Agreeing numbers, and seeing how far they have come. Whoever sees a team of a region sees its targets, as the phones
 * of that team do; only who sees all its teams agrees them. Publishers error with StoreUnavailableException, and with
 * {@link RefusedException} NOT_FOUND for a region outside that, as when there is no such region.
 */
@Component
public final class Targets {
    private final TargetStore store;
    private final TargetCounting counting;
    private final Teams teams;
    private final AuditTrail trail;

    Targets(TargetStore store, TargetCounting counting, Teams teams, AuditTrail trail) {
        this.store = store;
        this.counting = counting;
        this.teams = teams;
        this.trail = trail;
    }

    /** The regions of which somebody may agree targets, in the order of the configuration. */
    public List<String> agreedBy(Scope scope) {
        return regions(names -> !names.isEmpty() && names.stream().allMatch(scope::covers));
    }

    /** The regions whose targets somebody sees, in the order of the configuration. */
    public List<String> seenBy(Scope scope) {
        return regions(names -> names.stream().anyMatch(scope::covers));
    }

    private List<String> regions(Predicate<Collection<String>> which) {
        return teams.regions().entrySet().stream()
                .filter(region -> which.test(region.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The targets that somebody sees, as counted now; by region, those of the latest periods first. */
    public Flux<Target> seen(Scope scope, Predicate<TargetKey> which) {
        List<String> regions = seenBy(scope);
        return Flux.fromIterable(regions)
                .concatMap(store::of)
                .filter(target -> which.test(target.key()))
                .collectList()
                .flatMapMany(counting::count)
                .sort(Comparator.comparing(Target::key, newestFirst(regions)));
    }

    private static Comparator<TargetKey> newestFirst(List<String> regions) {
        return Comparator.<TargetKey>comparingInt(key -> regions.indexOf(key.region()))
                .thenComparing(key -> key.period().last(), Comparator.reverseOrder())
                .thenComparing(key -> key.period().first(), Comparator.reverseOrder())
                .thenComparing(TargetKey::figure);
    }

    /** The target as it was counted last; empty when none is agreed, or not by this one. */
    public Mono<Target> find(Scope scope, TargetKey key) {
        return agreedBy(scope).contains(key.region()) ? store.find(key) : Mono.empty();
    }

    /** Agrees a number for what has none; false when it has one already, which is left as it is. */
    public Mono<Boolean> add(Person by, TargetKey key, long number) {
        return checked(by, key)
                .then(Mono.defer(() -> store.find(key).hasElement()))
                .flatMap(there -> there
                        ? Mono.just(false)
                        : trail.note(by.name(), AuditAct.TARGET_SET, key.id())
                                .then(Mono.defer(() -> counting.first(key, number)))
                                .flatMap(store::add));
    }

    /** Agrees another number; false when there was none. Repeatable. */
    public Mono<Boolean> change(Person by, TargetKey key, long number) {
        return ifThere(by, AuditAct.TARGET_SET, key, store.change(key, number));
    }

    /** Takes what was agreed back; false when nothing was. Repeatable. */
    public Mono<Boolean> remove(Person by, TargetKey key) {
        return ifThere(by, AuditAct.TARGET_REMOVED, key, store.remove(key));
    }

    private Mono<Boolean> ifThere(Person by, AuditAct act, TargetKey key, Mono<Boolean> doing) {
        return checked(by, key)
                .then(Mono.defer(() -> store.find(key)))
                .flatMap(found -> trail.note(by.name(), act, key.id()).then(doing))
                .defaultIfEmpty(false);
    }

    private Mono<Void> checked(Person by, TargetKey key) {
        return agreedBy(by.scope()).contains(key.region())
                ? Mono.empty()
                : Mono.error(() -> new RefusedException(Reason.NOT_FOUND, "region"));
    }
}

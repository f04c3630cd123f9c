package nl.bereik.server.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.contact.Insertion;
import nl.bereik.server.period.TeamDay;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Needs in memory. */
public final class MemoryNeedStore implements NeedStore, AlertOutbox, CountableNeeds {
    private final Map<UUID, StoredNeed> needs = new LinkedHashMap<>();
    private final Map<UUID, LocalDate> closed = new LinkedHashMap<>();
    private final Map<UUID, Claim> claims = new LinkedHashMap<>();

    private final Map<UUID, Standing> standings = new ConcurrentHashMap<>();

    private record Claim(String by, Instant until) {}

    /** @param marked how much was done to the need when it was marked; -1 when it has to be counted */
    private record Standing(
            int marked,
            int fences,
            boolean counted,
            @Nullable String late) {
        private static final Standing NEW = new Standing(-1, 0, false, null);
    }

    @Override
    public Mono<List<Insertion>> insert(List<StoredNeed> added) {
        return Mono.fromSupplier(() -> added.stream().map(this::insert).toList());
    }

    /** Forgets everything. */
    public synchronized void clear() {
        needs.clear();
        closed.clear();
        claims.clear();
    }

    private synchronized Insertion insert(StoredNeed need) {
        StoredNeed there = needs.putIfAbsent(need.id(), need);
        if (there == null) {
            return Insertion.INSERTED;
        }
        return there.hash().equals(need.hash()) ? Insertion.SAME_CONTENT : Insertion.OTHER_CONTENT;
    }

    @Override
    public Mono<StoredNeed> find(UUID id) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return needs.get(id);
            }
        });
    }

    @Override
    public Mono<Boolean> move(StoredNeed before, NeedMove move) {
        return Mono.fromSupplier(() -> moved(before, move));
    }

    private synchronized boolean moved(StoredNeed before, NeedMove move) {
        StoredNeed there = needs.get(before.id());
        if (there == null
                || there.rev() != before.rev()
                || there.done(move.done().opId()).isPresent()) {
            return false;
        }
        needs.put(there.id(), there.with(move));
        if (move.state().status().isClosed()) {
            closed.put(there.id(), move.on());
        } else {
            closed.remove(there.id());
        }
        return true;
    }

    @Override
    public Mono<Void> late(UUID id, String account) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                needs.computeIfPresent(id, (same, need) -> need.withLate(account));
            }
        });
    }

    @Override
    public Flux<StoredNeed> forRules(Instant now, int most) {
        return Flux.defer(() -> Flux.fromIterable(all()))
                .filter(need -> need.rulesAt() != null && !need.rulesAt().isAfter(now))
                .take(most);
    }

    @Override
    public Flux<StoredNeed> claim(String by, Instant now, Instant until, int most) {
        return Flux.defer(() -> Flux.fromIterable(claimed(by, now, until, most)));
    }

    private synchronized List<StoredNeed> claimed(String by, Instant now, Instant until, int most) {
        List<StoredNeed> found = needs.values().stream()
                .filter(need -> need.alerts().stream().anyMatch(alert -> alert.isDue(now)))
                .filter(need -> !claims.containsKey(need.id())
                        || !claims.get(need.id()).until().isAfter(now))
                .limit(most)
                .toList();
        found.forEach(need -> claims.put(need.id(), new Claim(by, until)));
        return found;
    }

    @Override
    public Mono<Void> extend(String by, Collection<UUID> claimed, Instant until) {
        return Mono.fromRunnable(() -> extended(by, claimed, until));
    }

    private synchronized void extended(String by, Collection<UUID> claimed, Instant until) {
        claimed.forEach(id ->
                claims.computeIfPresent(id, (same, claim) -> claim.by().equals(by) ? new Claim(by, until) : claim));
    }

    @Override
    public Mono<Void> settle(String by, UUID need, UnaryOperator<List<Alert>> change) {
        return Mono.fromRunnable(() -> settled(by, need, change));
    }

    private synchronized void settled(String by, UUID id, UnaryOperator<List<Alert>> change) {
        needs.computeIfPresent(id, (same, need) -> need.with(change.apply(need.alerts())));
        claims.computeIfPresent(id, (same, claim) -> claim.by().equals(by) ? null : claim);
    }

    @Override
    public Mono<Map<String, Long>> caseloads(Collection<String> teams) {
        return open(teams)
                .filter(need -> need.state().status().isSomebodys())
                .collect(Collectors.groupingBy(
                        need -> String.valueOf(need.state().assignee()), Collectors.counting()));
    }

    @Override
    public Flux<StoredNeed> open(Collection<String> teams) {
        return Flux.defer(() -> Flux.fromIterable(all()))
                .filter(need -> teams.contains(need.team()) && !closed.containsKey(need.id()));
    }

    @Override
    public Flux<StoredNeed> closed(Collection<String> teams, Collection<LocalDate> days) {
        return Flux.defer(() -> Flux.fromIterable(all()))
                .filter(need -> teams.contains(need.team())
                        && closed.containsKey(need.id())
                        && days.contains(closed.get(need.id())));
    }

    synchronized void remove(UUID id) {
        needs.remove(id);
        closed.remove(id);
        claims.remove(id);
    }

    @Override
    public Mono<Set<TeamDay>> uncountedDays(int most) {
        return Flux.defer(() -> Flux.fromIterable(all()))
                .filter(this::uncounted)
                .map(StoredNeed::teamDay)
                .distinct()
                .take(most)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Flux<CountableNeed> on(Set<TeamDay> days) {
        return countable().filter(need -> days.contains(need.teamDay()));
    }

    @Override
    public Flux<CountableNeed> late(ReportingPeriod halfYear) {
        return countable().filter(need -> halfYear.name().equals(need.late()));
    }

    private Flux<CountableNeed> countable() {
        return Flux.defer(() -> Flux.fromIterable(all())).map(need -> {
            Standing standing = standing(need.id());
            return new CountableNeed(need, standing.fences(), uncounted(need), standing.counted(), standing.late());
        });
    }

    private Standing standing(UUID id) {
        return standings.getOrDefault(id, Standing.NEW);
    }

    private boolean uncounted(StoredNeed need) {
        return standing(need.id()).marked() != marks(need);
    }

    @Override
    public Mono<Void> mark(Collection<Mark> marks) {
        return Mono.fromRunnable(() -> marks.forEach(this::mark));
    }

    private synchronized void mark(Mark mark) {
        StoredNeed read = mark.need().need();
        StoredNeed there = needs.get(read.id());
        if (there != null
                && marks(there) == marks(read)
                && standing(read.id()).fences() == mark.need().fences()) {
            standings.put(read.id(), new Standing(marks(read), mark.need().fences(), mark.counts(), mark.late()));
        }
    }

    @Override
    public Mono<Void> fence(Set<TeamDay> days) {
        return Mono.fromRunnable(() -> all().stream()
                .filter(need -> days.contains(need.teamDay()) && uncounted(need))
                .forEach(need -> standings.put(need.id(), fenced(standing(need.id())))));
    }

    private static Standing fenced(Standing of) {
        return new Standing(of.marked(), of.fences() + 1, of.counted(), of.late());
    }

    @Override
    public Mono<Void> takeIn(Collection<UUID> taken) {
        return Mono.fromRunnable(() -> taken.stream()
                .filter(needs::containsKey)
                .forEach(id -> standings.put(id, new Standing(-1, standing(id).fences() + 1, true, null))));
    }

    @Override
    public Mono<Long> remove(Collection<StoredNeed> read) {
        return Mono.fromSupplier(() -> read.stream().filter(this::removed).count());
    }

    private synchronized boolean removed(StoredNeed read) {
        StoredNeed there = needs.get(read.id());
        if (there == null || there.rev() != read.rev()) {
            return false;
        }
        remove(read.id());
        return true;
    }

    /** Changes with every move, and with nothing else. */
    private static int marks(StoredNeed need) {
        return need.history().size();
    }

    private synchronized List<StoredNeed> all() {
        return List.copyOf(needs.values());
    }
}

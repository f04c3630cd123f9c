package nl.bereik.server.reach;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.server.period.TeamDay;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tallies in memory. */
public final class MemoryTallyStore implements TallyStore {
    private final Map<TeamDay, Replacement> tallies = new HashMap<>();
    private final Set<TeamDay> closed = new HashSet<>();
    private final Set<TeamDay> fixed = new HashSet<>();

    synchronized void clear() {
        tallies.clear();
        closed.clear();
        fixed.clear();
    }

    @Override
    public Mono<Map<TeamDay, Long>> revisions(Set<TeamDay> days) {
        return Mono.fromSupplier(
                () -> days.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), this::revision)));
    }

    private synchronized long revision(TeamDay day) {
        Replacement there = tallies.get(day);
        return closed.contains(day) ? CLOSED : there == null ? 0 : there.revision();
    }

    @Override
    public Mono<Set<TeamDay>> replace(List<Replacement> replacements, String fold) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                Set<TeamDay> won = new HashSet<>();
                for (Replacement replacement : replacements) {
                    TeamDay day = replacement.teamDay();
                    if (!closed.contains(day) && revision(day) == replacement.revision()) {
                        tallies.put(day, new Replacement(replacement.tally(), replacement.revision() + 1));
                        won.add(day);
                    }
                }
                return Set.copyOf(won);
            }
        });
    }

    @Override
    public Mono<Void> close(Set<TeamDay> days) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                days.forEach(day -> {
                    closed.add(day);
                    tallies.putIfAbsent(
                            day, new Replacement(new DayTally(day.team(), day.day(), ReachCounts.fold(List.of())), 1));
                });
            }
        });
    }

    @Override
    public Mono<Void> fix(List<DayTally> last) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                last.forEach(tally -> {
                    TeamDay day = new TeamDay(tally.team(), tally.day());
                    if (closed.contains(day) && fixed.add(day)) {
                        tallies.put(day, new Replacement(tally, 1));
                    }
                });
            }
        });
    }

    @Override
    public Mono<Void> revise(List<DayTally> revised) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                revised.forEach(tally -> {
                    TeamDay day = new TeamDay(tally.team(), tally.day());
                    closed.add(day);
                    fixed.add(day);
                    tallies.put(day, new Replacement(tally, 1));
                });
            }
        });
    }

    @Override
    public Flux<String> teams() {
        return Flux.defer(() -> {
            synchronized (this) {
                return Flux.fromStream(List.copyOf(tallies.keySet()).stream()
                        .map(TeamDay::team)
                        .distinct());
            }
        });
    }

    @Override
    public Flux<DayTally> of(Collection<TeamDay> days) {
        return Flux.defer(() -> {
            synchronized (this) {
                return Flux.fromIterable(days.stream()
                        .map(tallies::get)
                        .filter(Objects::nonNull)
                        .map(Replacement::tally)
                        .toList());
            }
        });
    }

    @Override
    public Mono<LocalDate> earliest() {
        return Mono.defer(() -> {
            synchronized (this) {
                return Mono.justOrEmpty(
                        tallies.keySet().stream().map(TeamDay::day).min(LocalDate::compareTo));
            }
        });
    }

    @Override
    public Mono<Long> runningBefore(Set<String> teams, LocalDate day) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return tallies.values().stream()
                        .map(Replacement::tally)
                        .filter(tally ->
                                teams.contains(tally.team()) && tally.day().isBefore(day))
                        .mapToLong(tally -> tally.trajectories().moreRunning())
                        .sum();
            }
        });
    }
}

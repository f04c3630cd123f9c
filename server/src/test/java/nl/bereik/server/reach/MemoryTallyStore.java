package nl.bereik.server.reach;

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
import nl.bereik.server.contact.TeamDay;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tallies in memory. */
public final class MemoryTallyStore implements TallyStore {
    private final Map<TeamDay, Replacement> tallies = new HashMap<>();

    @Override
    public Mono<Map<TeamDay, Long>> revisions(Set<TeamDay> days) {
        return Mono.fromSupplier(
                () -> days.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), this::revision)));
    }

    private synchronized long revision(TeamDay day) {
        Replacement there = tallies.get(day);
        return there == null ? 0 : there.revision();
    }

    @Override
    public Mono<Set<TeamDay>> replace(List<Replacement> replacements, String fold) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                Set<TeamDay> won = new HashSet<>();
                for (Replacement replacement : replacements) {
                    TeamDay day = replacement.teamDay();
                    if (revision(day) == replacement.revision()) {
                        tallies.put(day, new Replacement(replacement.tally(), replacement.revision() + 1));
                        won.add(day);
                    }
                }
                return Set.copyOf(won);
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
}

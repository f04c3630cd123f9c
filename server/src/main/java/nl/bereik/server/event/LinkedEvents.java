package nl.bereik.server.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds what belongs to one person: all steps of all trajectories that are linked by what they continue. */
public final class LinkedEvents {
    private final CountableEvents events;

    public LinkedEvents(CountableEvents events) {
        this.events = events;
    }

    /** These, and every step of every trajectory that is linked to one of these, each once. Never empty. */
    public Mono<Collection<CountableEvent>> whole(Flux<CountableEvent> some) {
        return some.collectList().flatMap(found -> {
            Map<UUID, CountableEvent> all = new HashMap<>();
            found.forEach(event -> all.put(event.opId(), event));
            Map<String, Set<UUID>> trajectories = found.stream()
                    .filter(event -> event.step().isPresent())
                    .collect(Collectors.groupingBy(
                            CountableEvent::team, Collectors.flatMapping(LinkedEvents::named, Collectors.toSet())));
            return Flux.fromIterable(trajectories.entrySet())
                    .concatMap(team -> linked(team.getKey(), team.getValue(), new HashSet<>(team.getValue()), all))
                    .then(Mono.fromSupplier(all::values));
        });
    }

    /** The trajectory that a step is of and, of a start, that which it continues. */
    private static Stream<UUID> named(CountableEvent event) {
        TrajectoryStep step = event.step().orElseThrow();
        return step.what() instanceof Start start && start.continues() != null
                ? Stream.of(step.trajectory(), start.continues())
                : Stream.of(step.trajectory());
    }

    private Mono<Void> linked(String team, Set<UUID> fresh, Set<UUID> known, Map<UUID, CountableEvent> all) {
        return Flux.concat(events.ofTrajectories(team, fresh), events.continuing(team, fresh))
                .collectList()
                .flatMap(found -> {
                    found.forEach(event -> all.put(event.opId(), event));
                    Set<UUID> next = found.stream().flatMap(LinkedEvents::named).collect(Collectors.toSet());
                    next.removeAll(known);
                    known.addAll(next);
                    return next.isEmpty() ? Mono.empty() : linked(team, next, known, all);
                });
    }
}

package nl.bereik.server.event;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.retention.Forgotten;
import nl.bereik.server.retention.Retained;
import nl.bereik.server.retention.RetentionAges;
import nl.bereik.server.retention.SealedDays;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The trajectories of a person go together, when all of them have ended and nothing was told of any for longer than
 * their age, and every half-year that they touch is sealed, with nothing that came too late for it: as long as one is there, all are, so that the person is
 * counted once. Their keys are noted first: a stop in between is healed by the next run.
 */
@Component
final class RetainedTrajectories implements Retained {
    private final CountableEvents events;
    private final LinkedEvents linked;
    private final SealedDays sealed;
    private final Forgotten forgotten;
    private final RetentionAges ages;

    RetainedTrajectories(CountableEvents events, SealedDays sealed, Forgotten forgotten, RetentionAges ages) {
        this.events = events;
        this.linked = new LinkedEvents(events);
        this.sealed = sealed;
        this.forgotten = forgotten;
        this.ages = ages;
    }

    /** Counted in trajectories' steps. */
    @Override
    public String kind() {
        return "trajectories";
    }

    @Override
    public Flux<Due> due(LocalDate today) {
        return parts(today)
                .concatMap(part -> going(part, today)
                        .map(Collection::size)
                        .reduce(0L, Long::sum)
                        .map(count -> new Due(part.period().name(), count)))
                .filter(due -> due.count() > 0);
    }

    @Override
    public Flux<Long> letGo(LocalDate today) {
        return parts(today).concatMap(part -> going(part, today).concatMap(this::letGo, 1), 1);
    }

    private Flux<SealedDays.Part> parts(LocalDate today) {
        return sealed.before(today.minus(ages.trajectories()));
    }

    /** Per person whose last step lies in this part, all steps, if they go. */
    private Flux<Collection<CountableEvent>> going(SealedDays.Part part, LocalDate today) {
        LocalDate before = today.minus(ages.trajectories());
        return events.on(part.days())
                .filter(event -> event.step().isPresent())
                .collectList()
                .flatMapMany(steps -> {
                    Set<UUID> seen = new HashSet<>();
                    return Flux.fromIterable(steps)
                            .filter(step -> !seen.contains(step.opId()))
                            .concatMap(step -> linked.whole(Flux.just(step)), 1)
                            .doOnNext(person -> person.forEach(each -> seen.add(each.opId())))
                            .filter(person -> hasLastStepIn(part, person) && isOver(part, person, before));
                });
    }

    private static boolean hasLastStepIn(SealedDays.Part part, Collection<CountableEvent> person) {
        Optional<TeamDay> last = person.stream().map(CountableEvent::teamDay).max(Comparator.comparing(TeamDay::day));
        return last.filter(part.days()::contains).isPresent();
    }

    private static boolean isOver(SealedDays.Part part, Collection<CountableEvent> person, LocalDate before) {
        Set<UUID> open = person.stream()
                .flatMap(event -> event.step().stream())
                .map(step -> step.trajectory())
                .collect(Collectors.toSet());
        person.stream()
                .filter(event -> !event.takenBack())
                .flatMap(event -> event.step().stream())
                .filter(step -> step.what() instanceof End)
                .forEach(step -> open.remove(step.trajectory()));
        return open.isEmpty()
                && person.stream()
                        .allMatch(event -> !event.uncounted()
                                && event.late() == null
                                && event.on().isBefore(before)
                                && part.isSealed(event.on()));
    }

    private Mono<Long> letGo(Collection<CountableEvent> person) {
        List<String> keys =
                person.stream().map(event -> Forgotten.keyOf(event.opId())).toList();
        return forgotten.note(keys).then(events.remove(person));
    }
}

package nl.bereik.server.event;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.server.contact.Insertion;
import nl.bereik.server.period.TeamDay;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Events in memory. */
public final class MemoryEventStore implements EventStore, CountableEvents, TrajectorySteps {
    private final Map<UUID, Row> rows = new LinkedHashMap<>();

    /** @param event null while only its taking back has arrived */
    private record Row(
            String team,
            @Nullable String install,
            @Nullable CountableEvent event,
            @Nullable ContentHash hash,
            boolean takenBack) {}

    /** Forgets all events. */
    public synchronized void clear() {
        rows.clear();
    }

    @Override
    public Mono<List<Insertion>> insert(List<StoredEvent> events) {
        return Mono.fromSupplier(() -> events.stream().map(this::insert).toList());
    }

    private synchronized Insertion insert(StoredEvent stored) {
        Row there = rows.get(stored.opId());
        if (there != null && (there.hash() != null || !there.team().equals(stored.team()))) {
            return stored.hash().equals(there.hash()) ? Insertion.SAME_CONTENT : Insertion.OTHER_CONTENT;
        }
        boolean takenBack = there != null && there.takenBack();
        CountableEvent event = new CountableEvent(
                stored.opId(), stored.team(), takenBack ? 2 : 1, true, stored.content(), takenBack, false, null);
        rows.put(stored.opId(), new Row(stored.team(), stored.install(), event, stored.hash(), takenBack));
        return Insertion.INSERTED;
    }

    @Override
    public Mono<List<Insertion>> takeBack(List<StoredTakeBack> takeBacks) {
        return Mono.fromSupplier(() -> takeBacks.stream().map(this::takeBack).toList());
    }

    private synchronized Insertion takeBack(StoredTakeBack takeBack) {
        Row there = rows.get(takeBack.item());
        if (there == null) {
            rows.put(takeBack.item(), new Row(takeBack.team(), null, null, null, true));
            return Insertion.INSERTED;
        }
        if (!there.team().equals(takeBack.team())) {
            return Insertion.OTHER_CONTENT;
        }
        if (there.takenBack()) {
            return Insertion.SAME_CONTENT;
        }
        CountableEvent event = Objects.requireNonNull(there.event());
        rows.put(
                takeBack.item(),
                new Row(
                        there.team(),
                        there.install(),
                        new CountableEvent(
                                event.opId(),
                                event.team(),
                                event.rev() + 1,
                                true,
                                event.content(),
                                true,
                                event.counted(),
                                event.late()),
                        there.hash(),
                        true));
        return Insertion.INSERTED;
    }

    @Override
    public Flux<CountableEvent> uncounted(int most) {
        return find(CountableEvent::uncounted).take(most);
    }

    @Override
    public Flux<CountableEvent> on(Set<TeamDay> days) {
        return find(event -> days.contains(event.teamDay()));
    }

    @Override
    public Flux<CountableEvent> ofTrajectories(String team, Collection<UUID> trajectories) {
        return find(event -> event.team().equals(team)
                && event.step()
                        .filter(step -> trajectories.contains(step.trajectory()))
                        .isPresent());
    }

    @Override
    public Flux<CountableEvent> continuing(String team, Collection<UUID> trajectories) {
        return find(event -> event.team().equals(team)
                && event.step()
                        .filter(step -> step.what() instanceof Start start
                                && start.continues() != null
                                && trajectories.contains(start.continues()))
                        .isPresent());
    }

    @Override
    public Flux<UUID> toldBy(Collection<String> installs, Collection<YearMonth> months) {
        return steps((team, told) -> installs.contains(told.install())
                        && months.contains(YearMonth.from(told.step().on())))
                .map(told -> told.step().trajectory());
    }

    @Override
    public Flux<UUID> startedFrom(String team, Collection<UUID> needs) {
        return steps((of, told) -> of.equals(team)
                        && told.step().what() instanceof Start start
                        && start.need() != null
                        && needs.contains(start.need()))
                .map(told -> told.step().trajectory());
    }

    @Override
    public Flux<UUID> started(String team) {
        return steps((of, told) -> of.equals(team) && told.step().what() instanceof Start)
                .map(told -> told.step().trajectory());
    }

    @Override
    public Flux<ToldStep> of(String team, Collection<UUID> trajectories) {
        return steps((of, told) ->
                of.equals(team) && trajectories.contains(told.step().trajectory()));
    }

    private Flux<ToldStep> steps(BiPredicate<String, ToldStep> which) {
        return Flux.defer(() -> {
            synchronized (this) {
                List<ToldStep> steps = new ArrayList<>();
                for (Row row : rows.values()) {
                    CountableEvent event = row.event();
                    String install = row.install();
                    if (event != null && install != null) {
                        for (TrajectoryStep step : event.step().stream().toList()) {
                            ToldStep told = new ToldStep(event.opId(), install, step, row.takenBack());
                            if (which.test(row.team(), told)) {
                                steps.add(told);
                            }
                        }
                    }
                }
                return Flux.fromIterable(steps);
            }
        });
    }

    @Override
    public Flux<CountableEvent> late(ReportingPeriod halfYear) {
        return find(event -> halfYear.name().equals(event.late()));
    }

    private Flux<CountableEvent> find(Predicate<CountableEvent> which) {
        return Flux.defer(() -> {
            synchronized (this) {
                return Flux.fromIterable(rows.values().stream()
                        .map(Row::event)
                        .filter(Objects::nonNull)
                        .filter(which)
                        .toList());
            }
        });
    }

    @Override
    public Mono<Void> mark(Collection<Mark> marks) {
        return Mono.fromRunnable(() -> marks.forEach(this::mark));
    }

    private synchronized void mark(Mark mark) {
        change(
                mark.event(),
                now -> new CountableEvent(
                        now.opId(),
                        now.team(),
                        now.rev(),
                        false,
                        now.content(),
                        now.takenBack(),
                        mark.counts(),
                        mark.late()));
    }

    @Override
    public Mono<Void> fence(Set<TeamDay> days) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                rows.values().stream()
                        .map(Row::event)
                        .filter(Objects::nonNull)
                        .filter(event -> event.uncounted() && days.contains(event.teamDay()))
                        .toList()
                        .forEach(event -> change(
                                event,
                                now -> new CountableEvent(
                                        now.opId(),
                                        now.team(),
                                        now.rev() + 1,
                                        true,
                                        now.content(),
                                        now.takenBack(),
                                        now.counted(),
                                        now.late())));
            }
        });
    }

    @Override
    public Mono<Void> takeIn(Collection<UUID> events, boolean counts) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                rows.values().stream()
                        .map(Row::event)
                        .filter(Objects::nonNull)
                        .filter(event -> events.contains(event.opId()))
                        .toList()
                        .forEach(event -> change(
                                event,
                                now -> new CountableEvent(
                                        now.opId(),
                                        now.team(),
                                        now.rev() + 1,
                                        true,
                                        now.content(),
                                        now.takenBack(),
                                        counts,
                                        null)));
            }
        });
    }

    private void change(CountableEvent read, UnaryOperator<CountableEvent> change) {
        Row row = rows.get(read.opId());
        if (row != null && row.event() != null && row.event().rev() == read.rev()) {
            rows.put(
                    read.opId(),
                    new Row(row.team(), row.install(), change.apply(row.event()), row.hash(), row.takenBack()));
        }
    }

    @Override
    public Mono<Long> remove(Collection<CountableEvent> events) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                List<UUID> gone = new ArrayList<>();
                for (CountableEvent read : events) {
                    Row row = rows.get(read.opId());
                    if (row != null
                            && row.event() != null
                            && row.event().rev() == read.rev()
                            && !row.event().uncounted()) {
                        gone.add(read.opId());
                    }
                }
                gone.forEach(rows::remove);
                return (long) gone.size();
            }
        });
    }
}

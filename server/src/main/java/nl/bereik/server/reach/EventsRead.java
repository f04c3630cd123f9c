package nl.bereik.server.reach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.reach.ActivityCounts;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.People;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reach.TrajectoryCounts;
import nl.bereik.protocol.trajectory.Links;
import nl.bereik.protocol.trajectory.Trajectory;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.server.event.CountableEvent;
import nl.bereik.server.event.CountableEvents;
import nl.bereik.server.event.CountableEvents.Mark;
import nl.bereik.server.event.StoredEvent.OfActivity;
import nl.bereik.server.period.TeamDay;
import reactor.core.publisher.Mono;

/**
 * Events as they were read.
 *
 * @param read with each step those of all trajectories that are linked to it
 * @param activities those that count, per day
 * @param trajectories what happened to trajectories on each day, of the steps that count
 */
record EventsRead(
        CountableEvents events,
        Collection<CountableEvent> read,
        Map<TeamDay, List<Activity>> activities,
        Map<TeamDay, TrajectoryCounts> trajectories)
        implements DayFacts.Read {

    static EventsRead of(CountableEvents events, Collection<CountableEvent> read, Predicate<CountableEvent> counts) {
        List<CountableEvent> counting = read.stream().filter(counts).toList();
        return new EventsRead(events, read, activities(counting), trajectories(counting));
    }

    private static Map<TeamDay, List<Activity>> activities(List<CountableEvent> counting) {
        Map<TeamDay, List<Activity>> activities = new HashMap<>();
        for (CountableEvent event : counting) {
            if (event.content() instanceof OfActivity of) {
                activities
                        .computeIfAbsent(event.teamDay(), any -> new ArrayList<>())
                        .add(of.activity());
            }
        }
        return activities;
    }

    private static Map<TeamDay, TrajectoryCounts> trajectories(List<CountableEvent> counting) {
        Map<TeamDay, TrajectoryCounts> trajectories = new HashMap<>();
        counting.stream()
                .filter(event -> event.step().isPresent())
                .collect(Collectors.groupingBy(CountableEvent::team))
                .forEach((team, steps) ->
                        byDay(steps).forEach((day, counts) -> trajectories.put(new TeamDay(team, day), counts)));
        return trajectories;
    }

    private static Map<LocalDate, TrajectoryCounts> byDay(List<CountableEvent> steps) {
        Map<UUID, List<Trajectory.Told>> told = new HashMap<>();
        steps.forEach(event -> event.step()
                .ifPresent(step -> told.computeIfAbsent(step.trajectory(), any -> new ArrayList<>())
                        .add(new Trajectory.Told(event.opId(), step))));
        return People.of(told.values().stream()
                        .flatMap(each -> Trajectory.fold(each).stream())
                        .toList())
                .byDay();
    }

    @Override
    public DayTally addTo(DayTally tally) {
        TeamDay day = new TeamDay(tally.team(), tally.day());
        return tally.withActivities(activitiesOn(day)).withTrajectories(trajectoriesOn(day));
    }

    /** The tally of a day with these events instead of others that are in it. */
    DayTally inPlaceOf(EventsRead others, DayTally tally) {
        TeamDay day = new TeamDay(tally.team(), tally.day());
        return tally.withActivities(tally.activities().plus(activitiesOn(day)).minus(others.activitiesOn(day)))
                .withTrajectories(tally.trajectories().plus(trajectoriesOn(day)).minus(others.trajectoriesOn(day)));
    }

    boolean sameOn(EventsRead other, TeamDay day) {
        return activitiesOn(day).equals(other.activitiesOn(day))
                && trajectoriesOn(day).equals(other.trajectoriesOn(day));
    }

    private ActivityCounts activitiesOn(TeamDay day) {
        return ActivityCounts.fold(activities.getOrDefault(day, List.of()));
    }

    private TrajectoryCounts trajectoriesOn(TeamDay day) {
        return trajectories.getOrDefault(day, TrajectoryCounts.zero());
    }

    @Override
    public boolean hasUncounted(Predicate<TeamDay> except) {
        return uncounted(except).findAny().isPresent();
    }

    @Override
    public Mono<Void> settle(Predicate<TeamDay> folded, Predicate<TeamDay> sealed) {
        List<Mark> marks = uncounted(folded.or(sealed).negate())
                .map(event -> mark(event, sealed.test(event.teamDay())))
                .toList();
        return events.mark(marks);
    }

    /** Those that have to be folded together with none of these days. */
    private Stream<CountableEvent> uncounted(Predicate<TeamDay> except) {
        Map<CountableEvent, String> groups = groups();
        Set<String> excepted = read.stream()
                .filter(event -> except.test(event.teamDay()))
                .map(groups::get)
                .collect(Collectors.toSet());
        return read.stream().filter(event -> event.uncounted() && !excepted.contains(groups.get(event)));
    }

    /** What has to be folded together: an activity by itself, the steps of all trajectories of one person. */
    private Map<CountableEvent, String> groups() {
        Links links = new Links();
        read.stream().flatMap(event -> event.step().stream()).forEach(step -> {
            if (step.what() instanceof Start start) {
                links.add(step.trajectory(), start);
            }
        });
        return read.stream().collect(Collectors.toMap(Function.identity(), event -> event.step()
                .map(step -> event.team() + '/' + links.person(step.trajectory()))
                .orElse(event.opId().toString())));
    }

    private static Mark mark(CountableEvent event, boolean sealed) {
        if (!sealed) {
            return new Mark(event, !event.takenBack(), null);
        }
        boolean asCounted = event.counted() != event.takenBack();
        return new Mark(
                event,
                event.counted(),
                asCounted ? null : ReportingPeriod.halfYearOf(event.on()).name());
    }
}

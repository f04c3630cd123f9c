package nl.bereik.server.reach;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.contact.Counted;
import nl.bereik.server.event.CountableEvent;
import nl.bereik.server.event.CountableEvents;
import nl.bereik.server.event.LinkedEvents;
import nl.bereik.server.period.TeamDay;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads and counts the activities and trajectories of days. A trajectory is read with all that are linked to it by what
 * they continue, for who is behind it, and whether that person had one before, can change on any of their days.
 */
@Component
final class EventFacts implements DayFacts, LateFacts {
    private static final int LOOKED_AT = 2_000;

    private final CountableEvents events;
    private final LinkedEvents linked;

    EventFacts(CountableEvents events) {
        this.events = events;
        this.linked = new LinkedEvents(events);
    }

    @Override
    public Mono<Set<TeamDay>> uncountedDays(int most) {
        return events.uncounted(LOOKED_AT)
                .collectList()
                .map(found -> ofSomeDays(found, most))
                .flatMap(some -> linked.whole(Flux.fromIterable(some)))
                .map(found -> found.stream().map(CountableEvent::teamDay).collect(Collectors.toUnmodifiableSet()));
    }

    private static List<CountableEvent> ofSomeDays(List<CountableEvent> found, int most) {
        Set<TeamDay> days = found.stream()
                .map(CountableEvent::teamDay)
                .distinct()
                .limit(most)
                .collect(Collectors.toSet());
        return found.stream().filter(event -> days.contains(event.teamDay())).toList();
    }

    @Override
    public Mono<Read> on(Set<TeamDay> days, Predicate<LocalDate> sealed) {
        return linked.whole(events.on(days)).map(found -> EventsRead.of(events, found, standing(sealed)));
    }

    /** What is of a sealed day counts as it did when that was sealed, also for who is behind what is of other days. */
    private static Predicate<CountableEvent> standing(Predicate<LocalDate> sealed) {
        return event -> sealed.test(event.on()) ? event.counted() : !event.takenBack();
    }

    @Override
    public Mono<Read> countedOn(Set<TeamDay> days) {
        return linked.whole(events.on(days)).map(found -> EventsRead.of(events, found, CountableEvent::counted));
    }

    @Override
    public Mono<Void> fence(Set<TeamDay> days) {
        return events.fence(days);
    }

    @Override
    public Mono<Long> countLate(ReportingPeriod halfYear) {
        return events.late(halfYear).count();
    }

    @Override
    public Mono<Late> late(ReportingPeriod halfYear, Predicate<LocalDate> sealed) {
        return events.late(halfYear).collectList().flatMap(late -> linked.whole(Flux.fromIterable(late))
                .map(whole -> late(late, whole, sealed)));
    }

    private Late late(List<CountableEvent> late, Collection<CountableEvent> whole, Predicate<LocalDate> sealed) {
        Set<UUID> ids = late.stream().map(CountableEvent::opId).collect(Collectors.toUnmodifiableSet());
        Predicate<CountableEvent> before = standing(sealed);
        EventsRead less = EventsRead.of(events, whole, before);
        EventsRead more = EventsRead.of(
                events, whole, event -> ids.contains(event.opId()) ? !event.takenBack() : before.test(event));
        Map<TeamDay, UnaryOperator<DayTally>> changes = new HashMap<>();
        whole.stream()
                .map(CountableEvent::teamDay)
                .filter(day -> sealed.test(day.day()) && !more.sameOn(less, day))
                .forEach(day -> changes.put(day, tally -> more.inPlaceOf(less, tally)));
        return new Late(late.stream().map(EventFacts::recount).toList(), changes);
    }

    private static Recount recount(CountableEvent event) {
        Counted counted = event.takenBack() ? Counted.NOWHERE : new Counted(event.on(), 0);
        return new Recount(Recount.Kind.EVENT, event.opId(), counted);
    }

    @Override
    public Mono<Void> takeIn(List<Recount> recounts) {
        return Flux.fromIterable(recounts)
                .filter(each -> each.kind() == Recount.Kind.EVENT)
                .collectMultimap(each -> each.counted().on() != null, Recount::id)
                .flatMap(found -> events.takeIn(found.getOrDefault(true, List.of()), true)
                        .then(events.takeIn(found.getOrDefault(false, List.of()), false)));
    }
}

package nl.bereik.server.event;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.bereik.server.event.StoredEvent.OfActivity;
import nl.bereik.server.retention.Forgotten;
import nl.bereik.server.retention.Retained;
import nl.bereik.server.retention.RetentionAges;
import nl.bereik.server.retention.SealedDays;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Activities go when they are as old as contacts may become and their half-year is sealed, but for
 * those that came too late for it and wait to be looked at. Their keys are noted first:
 * a stop in between is healed by the next run.
 */
@Component
final class RetainedActivities implements Retained {
    private static final int GONE_AT_ONCE = 500;

    private final CountableEvents events;
    private final SealedDays sealed;
    private final Forgotten forgotten;
    private final RetentionAges ages;

    RetainedActivities(CountableEvents events, SealedDays sealed, Forgotten forgotten, RetentionAges ages) {
        this.events = events;
        this.sealed = sealed;
        this.forgotten = forgotten;
        this.ages = ages;
    }

    @Override
    public String kind() {
        return "activities";
    }

    @Override
    public Flux<Due> due(LocalDate today) {
        return parts(today)
                .concatMap(part ->
                        going(part).count().map(count -> new Due(part.period().name(), count)))
                .filter(due -> due.count() > 0);
    }

    @Override
    public Flux<Long> letGo(LocalDate today) {
        return parts(today).concatMap(part -> going(part).buffer(GONE_AT_ONCE).concatMap(this::letGo, 1), 1);
    }

    private Flux<SealedDays.Part> parts(LocalDate today) {
        return sealed.before(today.minus(ages.contacts()));
    }

    private Flux<CountableEvent> going(SealedDays.Part part) {
        return events.on(part.days())
                .filter(event -> !event.uncounted() && event.late() == null && event.content() instanceof OfActivity);
    }

    private Mono<Long> letGo(Collection<CountableEvent> going) {
        List<String> keys =
                going.stream().map(event -> Forgotten.keyOf(event.opId())).toList();
        return forgotten.note(keys).then(events.remove(going));
    }
}

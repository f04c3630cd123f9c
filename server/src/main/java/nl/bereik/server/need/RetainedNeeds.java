package nl.bereik.server.need;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.retention.Forgotten;
import nl.bereik.server.retention.Retained;
import nl.bereik.server.retention.RetentionAges;
import nl.bereik.server.retention.SealedDays;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Follow-up needs, with all that was done to them, go when they have been closed for longer than their age and the
 * half-year in which they were raised is sealed; those that came too late for it wait until they are taken in. Their keys are noted first: a stop in between is healed by the next
 * run.
 */
@Component
final class RetainedNeeds implements Retained {
    private static final int GONE_AT_ONCE = 500;

    private final CountableNeeds needs;
    private final SealedDays sealed;
    private final Forgotten forgotten;
    private final RetentionAges ages;
    private final ReferenceData reference;

    RetainedNeeds(
            CountableNeeds needs, SealedDays sealed, Forgotten forgotten, RetentionAges ages, ReferenceData reference) {
        this.needs = needs;
        this.sealed = sealed;
        this.forgotten = forgotten;
        this.ages = ages;
        this.reference = reference;
    }

    @Override
    public String kind() {
        return "needs";
    }

    @Override
    public Flux<Due> due(LocalDate today) {
        return parts(today)
                .concatMap(part -> going(part, today)
                        .count()
                        .map(count -> new Due(part.period().name(), count)))
                .filter(due -> due.count() > 0);
    }

    @Override
    public Flux<Long> letGo(LocalDate today) {
        return parts(today)
                .concatMap(part -> going(part, today).buffer(GONE_AT_ONCE).concatMap(this::letGo, 1), 1);
    }

    private Mono<Long> letGo(Collection<StoredNeed> going) {
        List<String> keys =
                going.stream().map(need -> Forgotten.keyOf(need.id())).toList();
        return forgotten.note(keys).then(needs.remove(going));
    }

    private Flux<StoredNeed> going(SealedDays.Part part, LocalDate today) {
        LocalDate before = today.minus(ages.needs());
        return needs.on(part.days())
                .filter(need -> !need.uncounted() && need.late() == null)
                .map(CountableNeed::need)
                .filter(need -> need.state().status().isClosed()
                        && reference.dayOf(need.changedAt()).isBefore(before));
    }

    /** What was raised later cannot have been closed before. */
    private Flux<SealedDays.Part> parts(LocalDate today) {
        return sealed.before(today.minus(ages.needs()));
    }
}

package nl.bereik.server.intake;

import java.time.LocalDate;
import java.util.List;
import nl.bereik.server.intake.Quarantine.Kept;
import nl.bereik.server.retention.Forgotten;
import nl.bereik.server.retention.Retained;
import nl.bereik.server.retention.RetentionAges;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Items kept aside go when they came longer ago than their age, and with the contact that has the same id: the id of a
 * contact that has gone must stand nowhere, for with it one could try which content has the hash in the ledger.
 */
@Component
@Order(RetainedQuarantine.AFTER_CONTACTS)
public final class RetainedQuarantine implements Retained {
    static final int AFTER_CONTACTS = 10;
    private static final int LOOKED_AT_ONCE = 500;

    private final Quarantine quarantine;
    private final Forgotten forgotten;
    private final RetentionAges ages;

    public RetainedQuarantine(Quarantine quarantine, Forgotten forgotten, RetentionAges ages) {
        this.quarantine = quarantine;
        this.forgotten = forgotten;
        this.ages = ages;
    }

    @Override
    public String kind() {
        return "quarantine";
    }

    @Override
    public Flux<Due> due(LocalDate today) {
        return going(today).map(some -> new Due("", some.size()));
    }

    @Override
    public Flux<Long> letGo(LocalDate today) {
        return going(today)
                .concatMap(
                        some -> forgotten
                                .note(some.stream()
                                        .map(kept -> Forgotten.keyOf(kept.opId(), kept.hash()))
                                        .toList())
                                .then(quarantine.remove(
                                        some.stream().map(Kept::id).toList())),
                        1);
    }

    private Flux<List<Kept>> going(LocalDate today) {
        LocalDate before = today.minus(ages.quarantine());
        return quarantine
                .kept()
                .buffer(LOOKED_AT_ONCE)
                .concatMap(
                        some -> forgotten
                                .among(some.stream()
                                        .map(kept -> Forgotten.keyOf(kept.opId()))
                                        .toList())
                                .map(gone -> some.stream()
                                        .filter(kept -> kept.receivedOn().isBefore(before)
                                                || gone.contains(Forgotten.keyOf(kept.opId())))
                                        .toList()),
                        1)
                .filter(some -> !some.isEmpty());
    }
}

package nl.bereik.server.reach;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.CountableContact;
import nl.bereik.server.contact.TeamDay;
import nl.bereik.server.reach.TallyStore.Replacement;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Folds the days that have uncounted contacts afresh. Never increments, so a stop at any point only means folding
 * again. The revision is read before the contacts and the tally replaced only if it is still the same: of two that
 * fold a day at once, the one that read less cannot overwrite the other. See decision 0007.
 */
@Component
public final class ReachCounter {
    /** Days folded in one turn at the most; on the embedded store a turn reads the contacts once, however many days. */
    static final int DAYS_A_TURN = 64;

    private final ContactStore contacts;
    private final TallyStore tallies;
    private final RandomGenerator random;

    public ReachCounter(ContactStore contacts, TallyStore tallies, RandomGenerator random) {
        this.contacts = contacts;
        this.tallies = tallies;
        this.random = random;
    }

    /**
     * What a turn did.
     *
     * @param found how many days had uncounted contacts, at most {@value ReachCounter#DAYS_A_TURN}
     * @param folded how many of those were folded; another was quicker with the rest
     */
    public record Turn(int found, int folded) {
        boolean nothingLeft() {
            return found == 0;
        }
    }

    /** Folds some days. Repeatable at any time, anywhere. Never empty. Errors with StoreUnavailableException. */
    public Mono<Turn> turn() {
        return contacts.uncountedDays(DAYS_A_TURN)
                .flatMap(days -> days.isEmpty()
                        ? Mono.just(new Turn(0, 0))
                        : fold(days).map(folded -> new Turn(days.size(), folded)));
    }

    private Mono<Integer> fold(Set<TeamDay> days) {
        return tallies.revisions(days).flatMap(revisions -> contacts.on(days)
                .collectMultimap(CountableContact::teamDay)
                .flatMap(byDay -> tallies.replace(replacements(byDay, revisions), foldId())
                        .flatMap(won -> contacts.markCounted(read(byDay, won)).thenReturn(won.size()))));
    }

    private static List<Replacement> replacements(
            Map<TeamDay, Collection<CountableContact>> byDay, Map<TeamDay, Long> revisions) {
        return byDay.entrySet().stream()
                .map(day -> {
                    List<ContactMoment> read = day.getValue().stream()
                            .map(CountableContact::contact)
                            .toList();
                    return new Replacement(
                            new DayTally(day.getKey().team(), day.getKey().day(), ReachCounts.fold(read)),
                            revisions.getOrDefault(day.getKey(), 0L));
                })
                .toList();
    }

    /** Exactly the contacts that were folded: one that came in between keeps its mark and has its day folded again. */
    private static List<UUID> read(Map<TeamDay, Collection<CountableContact>> byDay, Set<TeamDay> won) {
        return won.stream()
                .flatMap(day -> byDay.getOrDefault(day, List.of()).stream())
                .filter(CountableContact::uncounted)
                .map(CountableContact::opId)
                .toList();
    }

    private String foldId() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}

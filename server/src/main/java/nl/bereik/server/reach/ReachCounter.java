package nl.bereik.server.reach;

import java.util.ArrayList;
import java.util.HashMap;
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
    /** Days folded in one turn at the most, for their contacts are in memory meanwhile. */
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
        return tallies.revisions(days)
                .flatMap(revisions -> contacts.on(days).collectList().flatMap(read -> tallies.replace(
                                replacements(days, read, revisions), foldId())
                        .flatMap(won -> contacts.markCounted(counted(read, won)).thenReturn(won.size()))));
    }

    private static List<Replacement> replacements(
            Set<TeamDay> days, List<CountableContact> read, Map<TeamDay, Long> revisions) {
        Map<TeamDay, List<ContactMoment>> byDay = new HashMap<>();
        days.forEach(day -> byDay.put(day, new ArrayList<>()));
        for (CountableContact each : read) {
            ContactMoment contact = each.contact();
            if (contact != null) {
                byDay.computeIfPresent(new TeamDay(each.team(), contact.on()), (day, those) -> {
                    those.add(contact);
                    return those;
                });
            }
        }
        return byDay.entrySet().stream()
                .map(day -> new Replacement(
                        new DayTally(day.getKey().team(), day.getKey().day(), ReachCounts.fold(day.getValue())),
                        revisions.getOrDefault(day.getKey(), 0L)))
                .toList();
    }

    /** Of the contacts that were read, those of which every day has been folded. */
    private static List<CountableContact> counted(List<CountableContact> read, Set<TeamDay> won) {
        return read.stream()
                .filter(contact -> contact.uncounted() && won.containsAll(contact.teamDays()))
                .toList();
    }

    private String foldId() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}

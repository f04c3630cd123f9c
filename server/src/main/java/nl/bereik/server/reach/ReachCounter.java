package nl.bereik.server.reach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.CountableContact;
import nl.bereik.server.contact.Standing;
import nl.bereik.server.period.PeriodSeal;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.reach.TallyStore.Replacement;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Folds the days that have something uncounted afresh. Never increments, so a stop at any point only means
 * folding again. The revision is read before the contacts and the tally replaced only if it is still the same: of two
 * that fold a day at once, the one that read less cannot overwrite the other. Days that are closed are not folded: what
 * comes for them is noted as late. See decisions 0007 and 0015.
 */
@Component
public final class ReachCounter {
    /**
     * Days of each kind folded in one turn, about, for what is of them is in memory meanwhile; more only while that many
     * wait for a half-year that is being sealed.
     */
    static final int DAYS_A_TURN = 64;

    private final ContactStore contacts;
    private final List<DayFacts> others;
    private final TallyStore tallies;
    private final PeriodSeals seals;
    private final RandomGenerator random;

    ReachCounter(
            ContactStore contacts,
            List<DayFacts> others,
            TallyStore tallies,
            PeriodSeals seals,
            RandomGenerator random) {
        this.contacts = contacts;
        this.others = List.copyOf(others);
        this.tallies = tallies;
        this.seals = seals;
        this.random = random;
    }

    /**
     * What a turn did.
     *
     * @param found how many days had something uncounted, of those that were looked at
     * @param folded how many of those were folded; another was quicker with the rest
     * @param waits whether all of it that is uncounted waits for a half-year that is being sealed
     */
    public record Turn(int found, int folded, boolean waits) {
        Turn(int found, int folded) {
            this(found, folded, false);
        }

        boolean nothingLeft() {
            return found == 0 || waits;
        }
    }

    /** Folds some days. Repeatable at any time, anywhere. Never empty. Errors with StoreUnavailableException. */
    public Mono<Turn> turn() {
        return turn(DAYS_A_TURN);
    }

    /** Where as many days as were looked for wait, looks behind them. */
    private Mono<Turn> turn(int most) {
        return foldSome(most).flatMap(turn -> turn.waits() && turn.found() >= most ? turn(2 * most) : Mono.just(turn));
    }

    private Mono<Turn> foldSome(int most) {
        return Flux.concat(
                        contacts.uncountedDays(most),
                        Flux.fromIterable(others).concatMap(facts -> facts.uncountedDays(most)))
                .<Set<TeamDay>>reduceWith(HashSet::new, (days, more) -> {
                    days.addAll(more);
                    return days;
                })
                .flatMap(days -> days.isEmpty() ? Mono.just(new Turn(0, 0)) : fold(days));
    }

    private Mono<Turn> fold(Set<TeamDay> days) {
        // The seals after the revisions: who reads a tally that was folded under a seal then knows of that seal.
        return tallies.revisions(days)
                .flatMap(revisions -> seals.all()
                        .filter(PeriodSeal::done)
                        .map(PeriodSeal::period)
                        .collectList()
                        .map(done -> new Known(revisions, done)))
                .flatMap(known -> contacts.on(days)
                        .map(contact -> Standing.of(contact, known::sealed))
                        .collectList()
                        .zipWith(DayFacts.all(others, facts -> facts.on(days, known::sealed)))
                        .flatMap(read -> fold(days, known, read.getT1(), read.getT2())));
    }

    private Mono<Turn> fold(Set<TeamDay> days, Known known, List<Standing> read, DayFacts.Read found) {
        List<Replacement> replacements = replacements(days, known, read, found);
        return tallies.replace(replacements, foldId()).flatMap(won -> {
            Turn turn = new Turn(days.size(), won.size(), waits(read, known, found));
            return contacts.markCounted(settled(read, known, won))
                    .then(found.settle(won::contains, known::sealed))
                    .thenReturn(turn);
        });
    }

    /** Not when another has counted all of it meanwhile: there may be more behind that. */
    private static boolean waits(List<Standing> read, Known known, DayFacts.Read found) {
        List<CountableContact> uncounted = read.stream()
                .map(Standing::of)
                .filter(CountableContact::uncounted)
                .toList();
        boolean canBeCounted = found.hasUncounted(known::waits)
                || uncounted.stream().anyMatch(each -> each.teamDays().stream().noneMatch(known::waits));
        return !canBeCounted && (!uncounted.isEmpty() || found.hasUncounted(day -> false));
    }

    private static List<Replacement> replacements(
            Set<TeamDay> days, Known known, List<Standing> read, DayFacts.Read found) {
        Map<TeamDay, List<ContactMoment>> byDay = new HashMap<>();
        days.stream().filter(known::open).forEach(day -> byDay.put(day, new ArrayList<>()));
        for (Standing each : read) {
            ContactMoment contact = each.contact();
            if (contact != null) {
                byDay.computeIfPresent(new TeamDay(each.of().team(), contact.on()), (day, those) -> {
                    those.add(contact);
                    return those;
                });
            }
        }
        return byDay.entrySet().stream()
                .map(day -> new Replacement(
                        found.addTo(new DayTally(
                                day.getKey().team(), day.getKey().day(), ReachCounts.fold(day.getValue()))),
                        known.revision(day.getKey())))
                .toList();
    }

    /** Of the uncounted contacts that were read, those of which every day has been folded or is sealed. */
    private static List<Standing> settled(List<Standing> read, Known known, Set<TeamDay> won) {
        return read.stream()
                .filter(each -> each.of().uncounted()
                        && each.of().teamDays().stream().allMatch(day -> won.contains(day) || known.sealed(day)))
                .toList();
    }

    /**
     * What was known of the days before their contacts were read. A tally that is closed while its half-year is not yet
     * sealed is not folded, and what touches it waits: only the seal says what counts in it.
     */
    private record Known(Map<TeamDay, Long> revisions, List<ReportingPeriod> done) {
        boolean sealed(TeamDay day) {
            return sealed(day.day());
        }

        boolean sealed(LocalDate day) {
            return done.stream().anyMatch(period -> period.contains(day));
        }

        boolean open(TeamDay day) {
            return !isClosed(day) && !sealed(day);
        }

        boolean waits(TeamDay day) {
            return isClosed(day) && !sealed(day);
        }

        private boolean isClosed(TeamDay day) {
            return revision(day) == TallyStore.CLOSED;
        }

        long revision(TeamDay day) {
            return revisions.getOrDefault(day, 0L);
        }
    }

    private String foldId() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}

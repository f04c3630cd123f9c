package nl.bereik.server.reach;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.Person;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.Standing;
import nl.bereik.server.install.Teams;
import nl.bereik.server.period.PeriodSeal;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.web.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the tallies of a half-year final. All that has arrived is counted; then each day's tally is closed, so that no
 * fold replaces it any more; then what folds on their way have read can no longer be marked; and only then, with nobody
 * else left who could change what counts on these days, each tally is set to exactly the contacts that are marked as
 * counting in it, and to the needs as they stand then. A stop anywhere is healed by going on from the start. See
 * decision 0015.
 */
@Component
public final class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final int DAYS_AT_ONCE = 31;

    private final SettledFigures figures;
    private final ContactStore contacts;
    private final List<DayFacts> others;
    private final TallyStore tallies;
    private final PeriodSeals seals;
    private final Revisions revisions;
    private final Teams teams;
    private final AuditTrail trail;
    private final ReferenceData reference;
    private final Clock clock;

    Sealing(
            SettledFigures figures,
            ContactStore contacts,
            List<DayFacts> others,
            TallyStore tallies,
            PeriodSeals seals,
            Revisions revisions,
            Teams teams,
            AuditTrail trail,
            ReferenceData reference,
            Clock clock) {
        this.figures = figures;
        this.contacts = contacts;
        this.others = List.copyOf(others);
        this.tallies = tallies;
        this.seals = seals;
        this.revisions = revisions;
        this.teams = teams;
        this.trail = trail;
        this.reference = reference;
        this.clock = clock;
    }

    /** Whether a half-year is over, so that it may be sealed. */
    private boolean isOver(ReportingPeriod halfYear) {
        return reference.dayOf(clock.instant()).isAfter(halfYear.last().atEndOfMonth());
    }

    /**
     * Seals a half-year that is over, or goes on with it; one that is sealed stays as it is. Never empty. Errors with
     * {@link RefusedException} UNKNOWN_PERIOD when it is no half-year or not over, NOT_ALLOWED for who does not see all
     * teams, since it is sealed for all, and with StoreUnavailableException.
     */
    public Mono<PeriodSeal> seal(ReportingPeriod halfYear, Person by) {
        return Mono.defer(() -> {
            if (!by.scope().everywhere()) {
                return Mono.error(new RefusedException(Reason.NOT_ALLOWED, "teams"));
            }
            if (!halfYear.equals(ReportingPeriod.halfYearOf(halfYear.first().atDay(1))) || !isOver(halfYear)) {
                return Mono.error(new RefusedException(Reason.UNKNOWN_PERIOD, "period"));
            }
            // Counting first, so that days are closed for as short a time as can be before they are final.
            return trail.note(by.name(), AuditAct.PERIOD_SEALED, halfYear.name())
                    .then(figures.settle())
                    .then(Mono.defer(() -> seals.begin(halfYear, by.name(), clock.instant())))
                    .flatMap(begun -> begun.done() ? Mono.just(begun) : goOn(begun));
        });
    }

    /** Goes on with what was begun and cut off. Repeatable. */
    public Mono<Void> goOn() {
        return seals.all().filter(seal -> !seal.done()).concatMap(this::goOn).then();
    }

    private Mono<PeriodSeal> goOn(PeriodSeal begun) {
        ReportingPeriod halfYear = begun.period();
        List<List<LocalDate>> parts = parts(halfYear);
        return revisions
                .makeWay()
                .then(figures.settle())
                .thenMany(Flux.fromIterable(parts))
                .concatMap(days -> tallies.close(teamDays(days)))
                .thenMany(Flux.fromIterable(parts))
                .concatMap(days -> fence(teamDays(days)))
                .thenMany(Flux.fromIterable(parts))
                .concatMap(days -> fix(teamDays(days)))
                .then(Mono.defer(() -> seals.finish(halfYear)))
                .then(Mono.fromSupplier(() -> {
                    LOG.info("{} is sealed", halfYear.name());
                    return new PeriodSeal(halfYear, begun.by(), begun.at(), true);
                }))
                // What came while it was sealed is late.
                .delayUntil(any -> figures.settle());
    }

    private Mono<Void> fence(Set<TeamDay> days) {
        return contacts.fence(days)
                .thenMany(Flux.fromIterable(others))
                .concatMap(facts -> facts.fence(days))
                .then();
    }

    private Mono<Void> fix(Set<TeamDay> days) {
        return contacts.on(days)
                .filter(contact -> !contact.uncounted() || contact.counted() != null)
                // What counts, whatever has been told since: as if all were closed.
                .map(contact -> Standing.of(contact, day -> true))
                .collectList()
                .zipWith(DayFacts.all(others, facts -> facts.countedOn(days)))
                .flatMap(read -> contacts.markCounted(unmarked(read.getT1()))
                        .then(tallies.fix(fold(days, read.getT1(), read.getT2()))));
    }

    /** Contacts that were counted before it was kept where: that must be known before more is told of them. */
    private static List<Standing> unmarked(List<Standing> read) {
        return read.stream().filter(each -> each.of().counted() == null).toList();
    }

    private static List<DayTally> fold(Set<TeamDay> days, List<Standing> read, DayFacts.Read found) {
        Map<TeamDay, List<ContactMoment>> byDay = new HashMap<>();
        days.forEach(day -> byDay.put(day, new ArrayList<>()));
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
                .map(day -> found.addTo(
                        new DayTally(day.getKey().team(), day.getKey().day(), ReachCounts.fold(day.getValue()))))
                .toList();
    }

    private static List<List<LocalDate>> parts(ReportingPeriod halfYear) {
        List<LocalDate> days = halfYear.days().toList();
        List<List<LocalDate>> parts = new ArrayList<>();
        for (int from = 0; from < days.size(); from += DAYS_AT_ONCE) {
            parts.add(days.subList(from, Math.min(days.size(), from + DAYS_AT_ONCE)));
        }
        return parts;
    }

    private Set<TeamDay> teamDays(List<LocalDate> days) {
        return days.stream()
                .flatMap(day -> teams.ids().stream().map(team -> new TeamDay(team, day)))
                .collect(Collectors.toUnmodifiableSet());
    }
}

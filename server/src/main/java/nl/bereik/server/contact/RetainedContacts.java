package nl.bereik.server.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.install.Teams;
import nl.bereik.server.period.PeriodSeal;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.retention.Forgotten;
import nl.bereik.server.retention.Retained;
import nl.bereik.server.retention.RetentionAges;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Contacts, with all corrections and notes of them, go when every day that was ever told of them is older than their
 * age and lies in a sealed half-year; those of which something came too late wait until it is taken in. Their keys are noted first: a stop in between is healed by the next run.
 */
@Component
public final class RetainedContacts implements Retained {
    private static final int DAYS_AT_ONCE = 31;
    private static final int GONE_AT_ONCE = 500;

    private final ContactStore contacts;
    private final PeriodSeals seals;
    private final Teams teams;
    private final Forgotten forgotten;
    private final RetentionAges ages;

    public RetainedContacts(
            ContactStore contacts, PeriodSeals seals, Teams teams, Forgotten forgotten, RetentionAges ages) {
        this.contacts = contacts;
        this.seals = seals;
        this.teams = teams;
        this.forgotten = forgotten;
        this.ages = ages;
    }

    @Override
    public String kind() {
        return "contacts";
    }

    @Override
    public Flux<Due> due(LocalDate today) {
        return old(today)
                .concatMap(
                        part -> going(part)
                                .count()
                                .map(count -> new Due(part.period().name(), count)),
                        1)
                .filter(due -> due.count() > 0);
    }

    @Override
    public Flux<Long> letGo(LocalDate today) {
        return old(today).concatMap(part -> going(part).buffer(GONE_AT_ONCE).concatMap(this::letGo, 1), 1);
    }

    private Mono<Long> letGo(Collection<CountableContact> going) {
        List<String> keys = going.stream()
                .flatMap(contact -> contact.items().stream())
                .map(Forgotten::keyOf)
                .toList();
        return forgotten.note(keys).then(contacts.remove(going));
    }

    /** Of those that touch the part's days: a contact on several days is due once all of them are. */
    private Flux<CountableContact> going(Part part) {
        return contacts.on(part.teamDays())
                .filter(contact -> !contact.uncounted()
                        && !contact.late()
                        && contact.days().stream().allMatch(part::gone)
                        // Of several parts one has its last day.
                        && contact.days().stream().max(LocalDate::compareTo).stream()
                                .allMatch(part.days()::contains));
    }

    private Flux<Part> old(LocalDate today) {
        LocalDate before = today.minus(ages.contacts());
        return seals.all()
                .filter(PeriodSeal::done)
                .map(PeriodSeal::period)
                .collectList()
                .flatMapIterable(done -> done.stream()
                        .flatMap(period -> parts(period, before, done))
                        .toList());
    }

    private Stream<Part> parts(ReportingPeriod period, LocalDate before, List<ReportingPeriod> sealed) {
        List<LocalDate> days = period.days().filter(day -> day.isBefore(before)).toList();
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < days.size(); from += DAYS_AT_ONCE) {
            List<LocalDate> some = days.subList(from, Math.min(days.size(), from + DAYS_AT_ONCE));
            parts.add(new Part(period, some, before, sealed, teams.ids()));
        }
        return parts.stream();
    }

    /** Some days of a sealed half-year. */
    private record Part(
            ReportingPeriod period,
            List<LocalDate> days,
            LocalDate before,
            List<ReportingPeriod> sealed,
            List<String> teams) {
        Set<TeamDay> teamDays() {
            return days.stream()
                    .flatMap(day -> teams.stream().map(team -> new TeamDay(team, day)))
                    .collect(Collectors.toUnmodifiableSet());
        }

        boolean gone(LocalDate day) {
            return day.isBefore(before) && sealed.stream().anyMatch(each -> each.contains(day));
        }
    }
}

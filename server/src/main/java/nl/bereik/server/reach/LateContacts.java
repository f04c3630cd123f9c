package nl.bereik.server.reach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.CountableContact;
import nl.bereik.server.contact.Counted;
import nl.bereik.server.period.TeamDay;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Contact moments that came too late, or of which a correction did. One that moves from one sealed half-year to another
 * changes both; one that moves to a day that is not sealed is counted there by the next fold.
 */
@Component
final class LateContacts implements LateFacts {
    private final ContactStore contacts;

    LateContacts(ContactStore contacts) {
        this.contacts = contacts;
    }

    /** What comes into the tally of a day, and what goes out of it. */
    private record Change(List<ContactMoment> in, List<ContactMoment> out) {
        Change() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        DayTally of(DayTally tally) {
            return tally.withCounts(tally.counts().plus(ReachCounts.fold(in)).minus(ReachCounts.fold(out)));
        }
    }

    @Override
    public Mono<Long> countLate(ReportingPeriod halfYear) {
        return contacts.countLate(halfYear);
    }

    @Override
    public Mono<Late> late(ReportingPeriod halfYear, Predicate<LocalDate> sealed) {
        return contacts.late(halfYear).collectList().map(late -> late(late, sealed));
    }

    private static Late late(List<CountableContact> late, Predicate<LocalDate> sealed) {
        Map<TeamDay, Change> changes = new HashMap<>();
        List<Recount> recounts = new ArrayList<>();
        for (CountableContact contact : late) {
            ContactMoment before = contact.asCounted();
            ContactMoment now = contact.contact();
            Counted counted = Counted.NOWHERE;
            if (before != null && sealed.test(before.on())) {
                change(changes, contact.team(), before.on()).out().add(before);
            }
            if (now != null && sealed.test(now.on())) {
                change(changes, contact.team(), now.on()).in().add(now);
                counted = contact.asTold();
            }
            recounts.add(new Recount(Recount.Kind.CONTACT, contact.opId(), counted));
        }
        Map<TeamDay, UnaryOperator<DayTally>> onTallies = new HashMap<>();
        changes.forEach((day, change) -> onTallies.put(day, change::of));
        return new Late(recounts, onTallies);
    }

    private static Change change(Map<TeamDay, Change> changes, String team, LocalDate day) {
        return changes.computeIfAbsent(new TeamDay(team, day), any -> new Change());
    }

    @Override
    public Mono<Void> takeIn(List<Recount> recounts) {
        return contacts.takeIn(recounts.stream()
                .filter(each -> each.kind() == Recount.Kind.CONTACT)
                .collect(Collectors.toUnmodifiableMap(Recount::id, Recount::counted)));
    }
}

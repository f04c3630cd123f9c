package nl.bereik.server.reach;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.install.Teams;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.period.PeriodSeals;
import org.springframework.context.annotation.Bean;

/** Half-years over stores in memory. Not scanned. */
public class PeriodParts {
    private final MemoryTallyStore tallies = new MemoryTallyStore();
    private final MemoryPeriodSeals seals = new MemoryPeriodSeals();
    private final MemoryContactStore contacts = new MemoryContactStore();
    private final MemoryRevisionStore revisions = new MemoryRevisionStore();

    /** Lets go of all that tests before put into these stores, which they share. */
    public void clear() {
        tallies.clear();
        seals.clear();
        contacts.clear();
        revisions.clear();
    }

    /** As when contacts of a day were counted. */
    public void counted(LocalDate day) {
        DayTally tally = new DayTally("team", day, ReachCounts.zero());
        tallies.replace(List.of(new TallyStore.Replacement(tally, 0)), day.toString())
                .block();
    }

    @Bean
    MemoryPeriodSeals periodSeals() {
        return seals;
    }

    @Bean
    MemoryContactStore contactStore() {
        return contacts;
    }

    @Bean
    HalfYears halfYears(PeriodSeals seals, Revisions revisions, ReferenceData reference, Clock clock) {
        return new HalfYears(seals, revisions, tallies, reference, clock);
    }

    @Bean
    MemoryRevisionStore revisionStore() {
        return revisions;
    }

    @Bean
    Revisions revisions(
            PeriodSeals seals,
            ContactStore contacts,
            Teams teams,
            AuditTrail trail,
            MemoryRevisionStore store,
            Clock clock) {
        return TestRevisions.over(
                List.of(new LateContacts(contacts)),
                figures(contacts, seals, teams),
                tallies,
                seals,
                store,
                trail,
                clock);
    }

    private SettledFigures figures(ContactStore contacts, PeriodSeals seals, Teams teams) {
        return new SettledFigures(new ReachCounter(contacts, List.of(), tallies, seals, new Random(1)), tallies, teams);
    }

    @Bean
    Sealing sealing(
            PeriodSeals seals,
            Revisions revisions,
            ContactStore contacts,
            Teams teams,
            AuditTrail trail,
            ReferenceData reference,
            Clock clock) {
        SettledFigures figures = figures(contacts, seals, teams);
        return new Sealing(figures, contacts, List.of(), tallies, seals, revisions, teams, trail, reference, clock);
    }
}

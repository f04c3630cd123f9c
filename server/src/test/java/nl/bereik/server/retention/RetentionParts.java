package nl.bereik.server.retention;

import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.RetainedContacts;
import nl.bereik.server.install.Teams;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.work.MemoryLeases;
import org.springframework.context.annotation.Bean;

/** Retention of contacts over stores in memory. Not scanned. */
public class RetentionParts {
    @Bean
    RetentionAges retentionAges() {
        return new RetentionAges(
                Period.ofMonths(24), Period.ofMonths(12), Period.ofMonths(24), Period.ofMonths(24), Period.ofMonths(1));
    }

    @Bean
    Retention retention(
            ContactStore contacts,
            PeriodSeals seals,
            Teams teams,
            RetentionAges ages,
            AuditTrail trail,
            ReferenceData reference,
            Clock clock,
            RandomGenerator random) {
        Retained kept = new RetainedContacts(contacts, seals, teams, new MemoryForgotten(), ages);
        return new Retention(List.of(kept), new MemoryLeases(), trail, reference, clock, random);
    }
}

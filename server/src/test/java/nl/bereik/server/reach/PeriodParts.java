package nl.bereik.server.reach;

import java.time.Clock;
import java.util.Random;
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

    @Bean
    MemoryPeriodSeals periodSeals() {
        return new MemoryPeriodSeals();
    }

    @Bean
    MemoryContactStore contactStore() {
        return new MemoryContactStore();
    }

    @Bean
    HalfYears halfYears(PeriodSeals seals, ContactStore contacts, ReferenceData reference, Clock clock) {
        return new HalfYears(seals, contacts, reference, clock);
    }

    @Bean
    Sealing sealing(
            PeriodSeals seals,
            ContactStore contacts,
            Teams teams,
            AuditTrail trail,
            ReferenceData reference,
            Clock clock) {
        ReachCounter counter = new ReachCounter(contacts, tallies, seals, new Random(1));
        SettledFigures figures = new SettledFigures(counter, tallies, teams);
        return new Sealing(figures, contacts, tallies, seals, teams, trail, reference, clock);
    }
}

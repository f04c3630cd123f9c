package nl.bereik.server.reach;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.period.PeriodSeals;

/** Makes revisions over stores in memory. */
final class TestRevisions {
    private TestRevisions() {}

    static Revisions over(
            List<LateFacts> kinds,
            SettledFigures figures,
            TallyStore tallies,
            PeriodSeals seals,
            RevisionStore store,
            AuditTrail trail,
            Clock clock) {
        return new Revisions(
                kinds, new LateDifference(kinds, figures, tallies), tallies, seals, store, trail, clock, new Random(6));
    }

    /** Of nothing, for who needs none. */
    static Revisions none(SettledFigures figures, TallyStore tallies, PeriodSeals seals, Clock clock) {
        return over(List.of(), figures, tallies, seals, new MemoryRevisionStore(), new MemoryAuditTrail(), clock);
    }
}

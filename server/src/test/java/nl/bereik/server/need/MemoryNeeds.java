package nl.bereik.server.need;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.account.Accounts;
import nl.bereik.server.account.MemoryAccounts;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.install.Teams;

/** What is done with needs, over memory, as one instance does it. */
public final class MemoryNeeds {
    private final MemoryAuditTrail trail = new MemoryAuditTrail();
    private final MemoryRings rings = new MemoryRings();
    private final NeedBell bell;
    private final NeedDesk desk;
    private final NeedRules rules;
    private final NeedIntake intake;

    /** @param store which several instances may share */
    public MemoryNeeds(NeedStore store, Accounts accounts, Teams teams, Clock clock, long seed) {
        ReferenceData reference = ReferenceData.gelderlandZuid();
        Holders holders = new Holders(accounts, teams);
        SplittableRandom random = new SplittableRandom(seed);
        AlertPlan plan = new AlertPlan(new AlertTimes(NeedProperties.USUAL, reference), random);
        bell = new NeedBell(rings);
        NeedAudit audit = new NeedAudit(trail);
        desk = new NeedDesk(store, holders, plan, bell, audit, reference, clock);
        rules = new NeedRules(store, plan, audit, reference, random);
        intake = new NeedIntake(store, desk, holders, bell, reference, clock);
    }

    /** For phones of which nobody knows who carries them. */
    public static NeedIntake intake(Clock clock) {
        return new MemoryNeeds(new MemoryNeedStore(), new MemoryAccounts(), new Teams(List.of("team")), clock, 1)
                .intake();
    }

    public MemoryAuditTrail trail() {
        return trail;
    }

    /** How often the bell of each team was rung. */
    public Map<String, Long> rings() {
        return Objects.requireNonNull(rings.counts().block());
    }

    public NeedBell bell() {
        return bell;
    }

    public NeedDesk desk() {
        return desk;
    }

    public NeedRules rules() {
        return rules;
    }

    public NeedIntake intake() {
        return intake;
    }
}

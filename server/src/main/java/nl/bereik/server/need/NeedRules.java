package nl.bereik.server.need;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.need.Actor;
import nl.bereik.protocol.need.AssignedWhy;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedMachine;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What the rules do to needs. Publishers tell whether it was done: it is not when somebody did something to the need
 * meanwhile, and then the rules look again. They error with StoreUnavailableException.
 */
@Component
public class NeedRules {
    private final NeedStore needs;
    private final AlertPlan plan;
    private final NeedAudit audit;
    private final ReferenceData reference;
    private final RandomGenerator random;

    NeedRules(NeedStore needs, AlertPlan plan, NeedAudit audit, ReferenceData reference, RandomGenerator random) {
        this.needs = needs;
        this.plan = plan;
        this.audit = audit;
        this.reference = reference;
        this.random = random;
    }

    /** Asks somebody to take it. */
    public Mono<Boolean> assign(StoredNeed before, String account, AssignedWhy why, Instant now) {
        NeedCommand command = new NeedCommand(before.id(), NeedAct.ASSIGN, account, null);
        if (!(NeedMachine.apply(before.state(), command, Actor.RULES) instanceof NeedMachine.Result.Moved moved)) {
            return Mono.error(new IllegalStateException("the rules ask where it cannot be done"));
        }
        NeedEvent event = new NeedEvent(NeedAct.ASSIGN.name(), Actor.RULES.name(), now, account, why.text());
        NeedMove move = new NeedMove(
                moved.state(),
                done(event),
                plan.after(before, moved.state(), NeedAct.ASSIGN, event),
                Deadlines.after(before, NeedAct.ASSIGN, now),
                reference.dayOf(now));
        return audit.note(AuditTrail.SERVER, NeedAct.ASSIGN, before.id())
                .then(Mono.defer(() -> needs.move(before, move)));
    }

    /** Tells the coordinators, and once more when nobody has it after the urgency's time. */
    public Mono<Boolean> escalate(StoredNeed before, Collection<String> coordinators, Instant now) {
        AssignedWhy why = new AssignedWhy(AssignedWhy.Step.COORDINATOR, Map.of());
        NeedEvent event = new NeedEvent(NeedEvent.ESCALATED, Actor.RULES.name(), now, null, why.text());
        @Nullable Instant next = lastWasThis(before) ? null : Deadlines.accepted(before, now);
        return needs.move(
                before,
                new NeedMove(
                        before.state(),
                        done(event),
                        plan.escalated(before, coordinators, now),
                        next,
                        reference.dayOf(now)));
    }

    private static boolean lastWasThis(StoredNeed need) {
        int size = need.history().size();
        return size > 0 && need.history().get(size - 1).event().what().equals(NeedEvent.ESCALATED);
    }

    private StoredNeed.Done done(NeedEvent event) {
        return new StoredNeed.Done(new UUID(random.nextLong(), random.nextLong()), event);
    }
}

package nl.bereik.server.need;

import java.util.UUID;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Notes who gives needs to whom, ends them or opens them again, before it is done. What case managers do with their own
 * stands in the need's timeline alone.
 */
@Component
class NeedAudit {
    private final AuditTrail trail;

    NeedAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** Empty. Errors as {@link AuditTrail#note}. */
    Mono<Void> note(String who, NeedAct act, UUID need) {
        AuditAct noted = noted(act);
        return noted == null ? Mono.empty() : trail.note(who, noted, need.toString());
    }

    private static @Nullable AuditAct noted(NeedAct act) {
        return switch (act) {
            case ASSIGN -> AuditAct.NEED_ASSIGNED;
            case UNASSIGN -> AuditAct.NEED_UNASSIGNED;
            case TRANSFER -> AuditAct.NEED_TRANSFERRED;
            case REFER -> AuditAct.NEED_REFERRED;
            case FINISH -> AuditAct.NEED_FINISHED;
            case WITHDRAW -> AuditAct.NEED_WITHDRAWN;
            case REOPEN -> AuditAct.NEED_REOPENED;
            case ACCEPT, START, MISS, DECLINE -> null;
        };
    }
}

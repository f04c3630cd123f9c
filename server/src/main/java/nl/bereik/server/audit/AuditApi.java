package nl.bereik.server.audit;

import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Role;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Verifying the audit trail, for scripts. */
@RestController
final class AuditApi {
    private final AuditVerifier verifier;
    private final AuditTrail trail;

    AuditApi(AuditVerifier verifier, AuditTrail trail) {
        this.verifier = verifier;
        this.trail = trail;
    }

    /** @param head as told before, {@code number:hash}; without it the chain is checked in itself */
    @AllowedTo(
            value = {Role.COORDINATOR, Role.ADMINISTRATOR},
            everywhere = true)
    @PostMapping("/api/v1/audit/verify")
    Mono<Told> verify(@RequestParam(required = false) @Nullable String head) {
        return Mono.defer(() -> {
            AuditHead noted = head == null ? null : parse(head);
            return Actor.notes(trail, AuditAct.AUDIT_VERIFIED, "")
                    .then(verifier.verify(noted))
                    .map(Told::of);
        });
    }

    private static AuditHead parse(String head) {
        try {
            return AuditHead.parse(head);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.WRONG_TYPE, "head");
        }
    }

    /**
     * @param head to keep elsewhere; null when the trail is broken
     * @param brokenAt the first entry that is not right; null when all are
     */
    record Told(
            boolean whole,
            @Nullable String head,
            @Nullable Long brokenAt,
            @Nullable String fault) {
        static Told of(Verification found) {
            if (found instanceof Verification.Whole whole) {
                return new Told(true, whole.head().toString(), null, null);
            }
            Verification.Broken broken = (Verification.Broken) found;
            return new Told(false, null, broken.number(), broken.fault().name());
        }
    }
}

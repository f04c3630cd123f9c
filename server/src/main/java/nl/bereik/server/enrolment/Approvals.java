package nl.bereik.server.enrolment;

import java.time.Clock;
import java.time.Duration;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.teamkey.SixDigits;
import nl.bereik.server.access.Scope;
import nl.bereik.server.audit.Actor;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.web.RefusedException;
import nl.bereik.server.web.Tries;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The coordinator's say in which phones may sync. */
@Component
public final class Approvals {
    private static final int WRONG_AT_ONCE = 5;
    private static final Duration WRONG_EACH = Duration.ofMinutes(1);

    private final Installs installs;
    private final AuditTrail audit;
    private final Clock clock;
    private final Tries wrong;

    public Approvals(Installs installs, AuditTrail audit, Clock clock) {
        this.installs = installs;
        this.audit = audit;
        this.clock = clock;
        this.wrong = new Tries(WRONG_AT_ONCE, WRONG_EACH, clock);
    }

    /**
     * Lets a phone sync. Approving an approved one again changes nothing. Errors with {@link RefusedException}
     * NOT_FOUND, REVOKED_INSTALL, NOT_ALLOWED naming {@code digits} when they are not those of this phone, or
     * TOO_MANY_REQUESTS after five such tries; and with StoreUnavailableException.
     *
     * @param scope outside it a phone is NOT_FOUND
     * @param typed what the phone shows
     */
    public Mono<Void> approve(Scope scope, String id, String typed) {
        return Mono.defer(() -> {
            SixDigits digits = parse(typed);
            return found(scope, id).flatMap(install -> {
                if (install.revokedAt() != null) {
                    return Mono.error(new RefusedException(Reason.REVOKED_INSTALL));
                }
                wrong.take(id);
                if (!install.digits().equals(digits)) {
                    return Mono.error(new RefusedException(Reason.NOT_ALLOWED, "digits"));
                }
                wrong.giveBack(id);
                return install.awaitsApproval()
                        ? Actor.notes(audit, AuditAct.PHONE_APPROVED, id)
                                .then(Mono.defer(() -> installs.approve(id)))
                                .then()
                        : Mono.empty();
            });
        });
    }

    /**
     * Refuses a phone that awaits approval, for good; its code is used up. Refusing it again changes nothing. Errors
     * with {@link RefusedException} NOT_FOUND, or NOT_ALLOWED when it has been approved; and with
     * StoreUnavailableException.
     */
    public Mono<Void> refuse(Scope scope, String id) {
        return found(scope, id).flatMap(install -> {
            if (install.revokedAt() != null) {
                return Mono.empty();
            }
            return install.awaitsApproval()
                    ? Actor.notes(audit, AuditAct.PHONE_REFUSED, id)
                            .then(Mono.defer(() -> installs.revoke(id, clock.instant())))
                            .then()
                    : Mono.error(new RefusedException(Reason.NOT_ALLOWED, "id"));
        });
    }

    private Mono<Install> found(Scope scope, String id) {
        return installs.find(scope, id).switchIfEmpty(Mono.error(() -> new RefusedException(Reason.NOT_FOUND, "id")));
    }

    private static SixDigits parse(String typed) {
        try {
            return SixDigits.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.WRONG_TYPE, "digits");
        }
    }
}

package nl.bereik.server.staffweb;

import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.Scope;
import nl.bereik.server.account.Account;
import nl.bereik.server.account.Accounts;
import nl.bereik.server.audit.Actor;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.enrolment.EnrolmentCodes;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Codes for new phones, and who will carry them. */
@Component
class NewPhones {
    private final EnrolmentCodes codes;
    private final Accounts accounts;
    private final AuditTrail audit;

    NewPhones(EnrolmentCodes codes, Accounts accounts, AuditTrail audit) {
        this.codes = codes;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * A new code. Errors with {@link RefusedException} NOT_FOUND naming {@code holder} when there is no such account,
     * or {@code team} outside the scope; and with StoreUnavailableException.
     *
     * @param typed the account of the person who will carry the phone; null or blank when none is named
     */
    Mono<EnrolmentCode> issue(Scope scope, String team, @Nullable String typed) {
        String holder = typed == null || typed.isBlank() ? null : Account.nameOf(typed);
        Mono<?> known = holder == null
                ? Mono.just(true)
                : accounts.find(holder)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(Reason.NOT_FOUND, "holder")));
        return known.flatMap(there -> Actor.notes(audit, AuditAct.CODE_ISSUED, team)
                .then(Mono.defer(() -> codes.issue(scope, team, holder, EnrolmentCodes.GOOD_FOR))));
    }
}

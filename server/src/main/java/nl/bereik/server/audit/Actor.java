package nl.bereik.server.audit;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;

/** Who is behind the request that is being answered. */
public final class Actor {
    private Actor() {}

    /** The name of the account that has signed in, or for which the API key acts; never empty. */
    public static Mono<String> name() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .filter(Authentication::isAuthenticated)
                .map(Authentication::getName)
                .defaultIfEmpty(AuditTrail.NOBODY_KNOWN);
    }

    /** Notes what that one does; see {@link AuditTrail#note}. */
    public static Mono<Void> notes(AuditTrail trail, AuditAct act, String id) {
        return name().flatMap(who -> trail.note(who, act, id));
    }
}

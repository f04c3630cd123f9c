package nl.bereik.server.account;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.account.Tries.Source;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.web.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Asks somebody who has signed in for the password again, before what outlives the session: whoever sits down at a desk
 * left open does not know it. Wrong ones are counted and slowed down with those of signing in.
 */
@Component
public class PasswordAgain {
    private static final int LONGEST = 1024;

    private final Passwords passwords;
    private final Tries tries;
    private final AuditTrail trail;

    PasswordAgain(Passwords passwords, Tries tries, AuditTrail trail) {
        this.passwords = passwords;
        this.tries = tries;
        this.trail = trail;
    }

    /** What was given; the name of the text that says so. */
    public enum Given {
        RIGHT,
        WRONG,
        TOO_MANY_TRIES
    }

    /**
     * Never empty. Errors with {@link RefusedException} NOT_ALLOWED for an account of the organisation, which has none;
     * with ResponseStatusException SERVICE_UNAVAILABLE when too many wait, and with StoreUnavailableException.
     */
    Mono<Given> check(ServerWebExchange exchange, Account account, String typed) {
        if (account.atOrganisation()) {
            return Mono.error(new RefusedException(Reason.NOT_ALLOWED));
        }
        Source source = new Source(
                account.name(), Addresses.of(exchange), PasswordSignIn.knownBrowser(exchange, Optional.of(account)));
        if (!tries.before(source).isZero()) {
            return Mono.just(Given.TOO_MANY_TRIES);
        }
        return (typed.length() > LONGEST ? Mono.just(false) : passwords.matches(typed, account.passwordHash()))
                .onErrorMap(
                        RejectedExecutionException.class,
                        busy -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many sign-ins", busy))
                .flatMap(fits -> fits ? right(source) : wrong(account));
    }

    private Mono<Given> right(Source source) {
        tries.right(source);
        return Mono.just(Given.RIGHT);
    }

    private Mono<Given> wrong(Account account) {
        return trail.note(account.name(), AuditAct.SIGN_IN_FAILED, account.name())
                .thenReturn(Given.WRONG);
    }
}

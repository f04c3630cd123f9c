package nl.bereik.server.account;

import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.Person;
import nl.bereik.server.account.Tries.Source;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.web.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people do with their own account. Publishers error with StoreUnavailableException. */
@Component
public class OwnAccount {
    private final Accounts accounts;
    private final ApiKeys keys;
    private final Passwords passwords;
    private final Tries tries;
    private final BrowserSessions sessions;
    private final AuditTrail trail;
    private final RandomGenerator random;

    OwnAccount(
            Accounts accounts,
            ApiKeys keys,
            Passwords passwords,
            Tries tries,
            BrowserSessions sessions,
            AuditTrail trail,
            RandomGenerator random) {
        this.accounts = accounts;
        this.keys = keys;
        this.passwords = passwords;
        this.tries = tries;
        this.sessions = sessions;
        this.trail = trail;
        this.random = random;
    }

    /** What came of choosing a password. */
    public enum Chosen {
        DONE,
        WRONG_OLD_ONE,
        TOO_MANY_TRIES,
        TOO_SHORT,
        TOO_LONG,
        HOLDS_NAME,
        SAME_AS_BEFORE,
        COMMON
    }

    /** A key that was made; its text is shown once. */
    public record MadeKey(String id, String text) {
        /** Hides the key from logs. */
        @Override
        public String toString() {
            return "MadeKey[" + id + "]";
        }
    }

    /** What others would see of it. */
    public Mono<AccountView> view(Person person) {
        return accounts.find(person.name()).map(AccountView::of);
    }

    /** Replaces the password. All other sessions end; this browser goes on in a new one. */
    public Mono<Chosen> choosePassword(ServerWebExchange exchange, Person person, String old, String chosen) {
        return accounts.find(person.name()).flatMap(account -> {
            Source source = new Source(
                    account.name(),
                    Addresses.of(exchange),
                    PasswordSignIn.knownBrowser(exchange, Optional.of(account)));
            if (account.atOrganisation()) {
                return Mono.error(new RefusedException(Reason.NOT_ALLOWED));
            }
            if (!tries.before(source).isZero()) {
                return Mono.just(Chosen.TOO_MANY_TRIES);
            }
            return passwords.matches(old, account.passwordHash()).flatMap(fits -> {
                if (!fits) {
                    return Mono.just(Chosen.WRONG_OLD_ONE);
                }
                tries.right(source);
                Optional<PasswordRules.Problem> problem = old.equals(chosen)
                        ? Optional.of(PasswordRules.Problem.SAME_AS_BEFORE)
                        : PasswordRules.problem(chosen, account.name());
                return problem.map(why -> Mono.just(Chosen.valueOf(why.name())))
                        .orElseGet(() -> replace(exchange, account, chosen));
            });
        });
    }

    private Mono<Chosen> replace(ServerWebExchange exchange, Account account, String chosen) {
        return trail.note(account.name(), AuditAct.PASSWORD_CHANGED, account.name())
                .then(passwords.hash(chosen))
                .flatMap(hash -> accounts.change(account.name(), now -> now.withPassword(hash, false)))
                .flatMap(now -> sessions.begin(exchange, now, true))
                .thenReturn(Chosen.DONE);
    }

    /** Ends this session. */
    public Mono<Void> signOut(ServerWebExchange exchange, Person person) {
        return trail.note(person.name(), AuditAct.SIGNED_OUT, person.name()).then(sessions.end(exchange));
    }

    /** Ends all sessions, this one as well. */
    public Mono<Void> signOutEverywhere(ServerWebExchange exchange, Person person) {
        return trail.note(person.name(), AuditAct.SESSIONS_ENDED, person.name())
                .then(accounts.change(person.name(), Account::signedOutEverywhere))
                .then(sessions.end(exchange));
    }

    /** The ids of the keys with which scripts act for somebody. */
    public Flux<String> keys(Person person) {
        return keys.of(person.name());
    }

    /**
     * Errors with {@link RefusedException} NOT_ALLOWED for an account of the organisation: its key would outlive its
     * leaving.
     */
    public Mono<MadeKey> makeKey(Person person) {
        return accounts.find(person.name()).flatMap(account -> {
            if (account.atOrganisation()) {
                return Mono.error(new RefusedException(Reason.NOT_ALLOWED));
            }
            ApiKey key = ApiKey.random(random);
            return trail.note(person.name(), AuditAct.API_KEY_MADE, ApiKeys.id(key.hash()))
                    .then(keys.add(key.hash(), person.name()))
                    .thenReturn(new MadeKey(ApiKeys.id(key.hash()), key.text()));
        });
    }

    /** Errors with {@link RefusedException} NOT_FOUND when the key is not one's own, as when there is none. */
    public Mono<Void> revokeKey(Person person, String id) {
        return keys.of(person.name())
                .any(id::equals)
                .filter(own -> own)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Reason.NOT_FOUND, "id")))
                .then(trail.note(person.name(), AuditAct.API_KEY_REVOKED, id))
                .then(keys.remove(person.name(), id));
    }
}

package nl.bereik.server.account;

import java.util.random.RandomGenerator;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.Person;
import nl.bereik.server.account.PasswordAgain.Given;
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
    private final PasswordAgain again;
    private final BrowserSessions sessions;
    private final AuditTrail trail;
    private final RandomGenerator random;

    OwnAccount(
            Accounts accounts,
            ApiKeys keys,
            Passwords passwords,
            PasswordAgain again,
            BrowserSessions sessions,
            AuditTrail trail,
            RandomGenerator random) {
        this.accounts = accounts;
        this.keys = keys;
        this.passwords = passwords;
        this.again = again;
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
        GUESSABLE
    }

    /** What came of making a key. */
    public sealed interface KeyOutcome {
        /** A key that was made; its text is shown once. */
        record Made(String id, String text) implements KeyOutcome {
            /** Hides the key from logs. */
            @Override
            public String toString() {
                return "Made[" + id + "]";
            }
        }

        /** The password given was not {@link Given#RIGHT}. */
        record NotMade(Given given) implements KeyOutcome {}
    }

    /** What others would see of it. */
    public Mono<AccountView> view(Person person) {
        return accounts.find(person.name()).map(AccountView::of);
    }

    /**
     * Replaces the password. All other sessions end; this browser goes on in a new one. Keys for scripts go as well,
     * unless they are kept: who knew the old password may have made some. What replaces a one-time password leaves
     * them, since only the first start makes one together with a key.
     */
    public Mono<Chosen> choosePassword(
            ServerWebExchange exchange, Person person, String old, String chosen, boolean keepKeys) {
        return accounts.find(person.name())
                .flatMap(account -> again.check(exchange, account, old).flatMap(given -> switch (given) {
                    case WRONG -> Mono.just(Chosen.WRONG_OLD_ONE);
                    case TOO_MANY_TRIES -> Mono.just(Chosen.TOO_MANY_TRIES);
                    case RIGHT ->
                        (old.equals(chosen)
                                        ? Mono.just(PasswordRules.Problem.SAME_AS_BEFORE)
                                        : passwords.problem(chosen, account.name()))
                                .map(why -> Chosen.valueOf(why.name()))
                                .switchIfEmpty(Mono.defer(() ->
                                        replace(exchange, account, chosen, keepKeys || account.oneTimePassword())));
                }));
    }

    private Mono<Chosen> replace(ServerWebExchange exchange, Account account, String chosen, boolean keepKeys) {
        return passwords
                .hash(chosen)
                .flatMap(hash -> trail.note(account.name(), AuditAct.PASSWORD_CHANGED, account.name())
                        .then(keepKeys ? Mono.empty() : revokeKeys(account))
                        .then(accounts.change(account.name(), now -> now.withPassword(hash, false))))
                .flatMap(now -> sessions.begin(exchange, now, true))
                .thenReturn(Chosen.DONE);
    }

    private Mono<Void> revokeKeys(Account account) {
        return keys.of(account.name())
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(id -> trail.note(account.name(), AuditAct.API_KEY_REVOKED, id))
                .then(keys.removeAll(account.name()));
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
     * Makes a key, once the password was given again: a key outlives the session. Never empty. Errors with
     * {@link RefusedException} NOT_ALLOWED for an account of the organisation: its key would outlive its leaving.
     */
    public Mono<KeyOutcome> makeKey(ServerWebExchange exchange, Person person, String password) {
        return accounts.find(person.name())
                .flatMap(account -> again.check(exchange, account, password))
                .flatMap(given -> given == Given.RIGHT ? made(person) : Mono.just(new KeyOutcome.NotMade(given)));
    }

    private Mono<KeyOutcome> made(Person person) {
        ApiKey key = ApiKey.random(random);
        String id = ApiKeys.id(key.hash());
        return trail.note(person.name(), AuditAct.API_KEY_MADE, id)
                .then(keys.add(key.hash(), person.name()))
                .thenReturn(new KeyOutcome.Made(id, key.text()));
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

package nl.bereik.server.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import nl.bereik.server.access.Person;
import nl.bereik.server.account.Tries.Source;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Signs somebody in by password. An unknown name takes the work of a wrong password and is slowed down the same, so
 * that neither the answer nor the time it takes tells which names exist.
 */
@Component
public class PasswordSignIn {
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PASSWORD = 1024;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Tries tries;
    private final BrowserSessions sessions;
    private final People people;
    private final AuditTrail trail;
    private final RandomGenerator random;
    private final Mono<String> decoyHash;

    PasswordSignIn(
            Accounts accounts,
            Passwords passwords,
            Tries tries,
            BrowserSessions sessions,
            People people,
            AuditTrail trail,
            RandomGenerator random) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tries = tries;
        this.sessions = sessions;
        this.people = people;
        this.trail = trail;
        this.random = random;
        this.decoyHash = passwords
                .hash(Secrets.random(random))
                .cache(hash -> FOR_EVER, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** A session of this person has begun. */
        record Begun(Person person) implements Outcome {}

        /** The name, the password or the account is not good; which is not told. */
        record Wrong() implements Outcome {}

        /** Nothing was looked at: there were too many wrong tries. */
        record TooMany(Duration left) implements Outcome {}
    }

    /**
     * Never empty. Errors with ResponseStatusException SERVICE_UNAVAILABLE when too many wait, and with
     * StoreUnavailableException.
     */
    public Mono<Outcome> signIn(ServerWebExchange exchange, String typedName, String password) {
        if (typedName.length() > LONGEST_NAME || password.length() > LONGEST_PASSWORD) {
            return Mono.just(new Outcome.Wrong());
        }
        String name = Account.nameOf(typedName);
        return accounts.find(name)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> {
                    Source source = new Source(name, Addresses.of(exchange), knownBrowser(exchange, found));
                    Duration wait = tries.before(source);
                    return wait.isZero()
                            ? check(found, password)
                                    .flatMap(account -> begin(exchange, account, source))
                                    .switchIfEmpty(Mono.defer(() -> wrong(found)))
                            : Mono.just(new Outcome.TooMany(wait));
                });
    }

    private Mono<Outcome> begin(ServerWebExchange exchange, Account account, Source source) {
        tries.right(source);
        Mono<Outcome> begun = sessions.begin(exchange, account, false)
                .thenReturn(new Outcome.Begun(people.inSession(account, false)));
        AuditAct so = account.secondStep() == null ? AuditAct.SIGNED_IN : AuditAct.PASSWORD_ACCEPTED;
        return trail.note(account.name(), so, account.name())
                .then(account.secondStep() == null ? remember(exchange, account) : Mono.empty())
                .then(begun);
    }

    private Mono<Outcome> wrong(Optional<Account> account) {
        String name = account.map(Account::name).orElse(AuditTrail.NOBODY_KNOWN);
        return trail.note(
                        name,
                        AuditAct.SIGN_IN_FAILED,
                        account.map(Account::name).orElse(""))
                .thenReturn(new Outcome.Wrong());
    }

    /** Keeps in the browser that it has signed in with this account. */
    Mono<Void> remember(ServerWebExchange exchange, Account account) {
        if (knownBrowser(exchange, Optional.of(account)) != null) {
            return Mono.empty();
        }
        String there = Cookies.BROWSER.get(exchange);
        String token = there == null ? Secrets.random(random) : there;
        String hash = Secrets.hash(token);
        return accounts.change(account.name(), now -> now.knownFrom(hash))
                .doOnNext(done -> Cookies.BROWSER.set(exchange, token))
                .then();
    }

    static @Nullable String knownBrowser(ServerWebExchange exchange, Optional<Account> account) {
        String token = Cookies.BROWSER.get(exchange);
        if (token == null) {
            return null;
        }
        String hash = Secrets.hash(token);
        List<String> known = account.map(Account::browsers).orElse(List.of());
        return known.contains(hash) ? hash : null;
    }

    private Mono<Account> check(Optional<Account> found, String password) {
        Optional<Account> usable = found.filter(
                account -> !account.disabled() && !account.passwordHash().isEmpty());
        return decoyHash
                .flatMap(decoy -> passwords.matches(
                        password, usable.map(Account::passwordHash).orElse(decoy)))
                .onErrorMap(
                        RejectedExecutionException.class,
                        busy -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many sign-ins", busy))
                .flatMap(fits -> fits ? Mono.justOrEmpty(usable) : Mono.empty());
    }
}

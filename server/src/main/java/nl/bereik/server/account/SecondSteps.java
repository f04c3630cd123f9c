package nl.bereik.server.account;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import nl.bereik.server.access.Person;
import nl.bereik.server.account.PasswordAgain.Given;
import nl.bereik.server.account.PasswordSignIn.Outcome;
import nl.bereik.server.account.Tries.Source;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Setting up the second step of signing in, and passing it. Publishers error with StoreUnavailableException. */
@Component
public class SecondSteps {
    private static final int PAPER_CODES = 8;

    private final Accounts accounts;
    private final BrowserSessions sessions;
    private final PasswordSignIn signIn;
    private final PasswordAgain again;
    private final People people;
    private final Tries tries;
    private final AuditTrail trail;
    private final Clock clock;
    private final RandomGenerator random;

    SecondSteps(
            Accounts accounts,
            BrowserSessions sessions,
            PasswordSignIn signIn,
            PasswordAgain again,
            People people,
            Tries tries,
            AuditTrail trail,
            Clock clock,
            RandomGenerator random) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIn = signIn;
        this.again = again;
        this.people = people;
        this.tries = tries;
        this.trail = trail;
        this.clock = clock;
        this.random = random;
    }

    /** A secret to put in an app. It is not kept until a code shows that the app has it. */
    public String newSecret() {
        return Totp.secret(random);
    }

    /** What came of setting up. */
    public sealed interface SetUp {
        /** @param paper the codes for on paper, shown once */
        record Done(List<String> paper) implements SetUp {
            /** Hides the codes from logs. */
            @Override
            public String toString() {
                return "Done";
            }
        }

        /** The code is not one of the secret now. */
        record WrongCode() implements SetUp {}

        /** The password given was not {@link Given#RIGHT}. */
        record NoPassword(Given given) implements SetUp {}
    }

    /**
     * Sets the second step up, or another in its place, when the code is of the secret and the password was given
     * again; then all other sessions end and this browser goes on in a new one. Never empty. Errors with
     * RefusedException NOT_ALLOWED for an account of the organisation, which has its own.
     */
    public Mono<SetUp> setUp(ServerWebExchange exchange, Person person, String secret, String code, String password) {
        OptionalLong step = isSecret(secret) ? Totp.step(secret, code, clock.instant(), 0) : OptionalLong.empty();
        if (step.isEmpty()) {
            return Mono.just(new SetUp.WrongCode());
        }
        return accounts.find(person.name())
                .flatMap(account -> again.check(exchange, account, password))
                .flatMap(given -> given == Given.RIGHT
                        ? done(exchange, person, secret, step.getAsLong())
                        : Mono.just(new SetUp.NoPassword(given)));
    }

    private Mono<SetUp> done(ServerWebExchange exchange, Person person, String secret, long step) {
        List<String> paper = new ArrayList<>();
        Set<String> hashes = new HashSet<>();
        while (paper.size() < PAPER_CODES) {
            String one = OneTimePassword.code(random);
            paper.add(one);
            hashes.add(Secrets.hash(one));
        }
        SecondStep made = new SecondStep(secret, step, hashes);
        return trail.note(person.name(), AuditAct.SECOND_FACTOR_SET, person.name())
                .then(accounts.change(
                        person.name(), account -> account.with(made).signedOutEverywhere()))
                .flatMap(account -> sessions.begin(exchange, account, true).then(signIn.remember(exchange, account)))
                .thenReturn(new SetUp.Done(paper));
    }

    /** Passes the second step with a code from the app or from paper, each good once. Never empty. */
    public Mono<Outcome> give(ServerWebExchange exchange, Person person, String typed) {
        return accounts.find(person.name()).flatMap(found -> {
            // From wherever: who guesses here knows the password, and may have very many addresses.
            Source source = new Source(
                    "code of " + found.name(),
                    "code of " + found.name(),
                    PasswordSignIn.knownBrowser(exchange, Optional.of(found)));
            Duration wait = tries.before(source);
            if (!wait.isZero()) {
                return Mono.just(new Outcome.TooMany(wait));
            }
            AtomicBoolean right = new AtomicBoolean();
            return accounts.change(found.name(), account -> {
                        Account used = use(account, typed);
                        right.set(used != account);
                        return used;
                    })
                    .flatMap(account -> right.get() ? begin(exchange, account, source) : wrong(account));
        });
    }

    private Mono<Outcome> begin(ServerWebExchange exchange, Account account, Source source) {
        tries.right(source);
        return trail.note(account.name(), AuditAct.SIGNED_IN, account.name())
                .then(sessions.begin(exchange, account, true))
                .then(signIn.remember(exchange, account))
                .thenReturn(new Outcome.Begun(people.inSession(account, true)));
    }

    private Mono<Outcome> wrong(Account account) {
        return trail.note(account.name(), AuditAct.SIGN_IN_FAILED, account.name())
                .thenReturn(new Outcome.Wrong());
    }

    /** The account with this code used up; the same object when the code is not good. */
    private Account use(Account account, String typed) {
        SecondStep step = account.secondStep();
        if (step == null) {
            return account;
        }
        OptionalLong used = Totp.step(step.secret(), typed, clock.instant(), step.usedUpTo());
        if (used.isPresent()) {
            return account.with(new SecondStep(step.secret(), used.getAsLong(), step.paperHashes()));
        }
        Set<String> left = new HashSet<>(step.paperHashes());
        return left.remove(Secrets.hash(Account.nameOf(typed)))
                ? account.with(new SecondStep(step.secret(), step.usedUpTo(), left))
                : account;
    }

    private static boolean isSecret(String secret) {
        return secret.matches("[A-Z2-7]{32}");
    }
}

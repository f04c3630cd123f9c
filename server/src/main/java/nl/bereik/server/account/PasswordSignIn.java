package nl.bereik.server.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Scope;
import nl.bereik.server.access.Standing;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * Signs an account in by its password. An unknown name takes the work of a wrong password, so that neither the answer
 * nor the time it takes tells which names exist.
 */
@Component
class PasswordSignIn implements ReactiveAuthenticationManager {
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Mono<String> decoyHash;

    PasswordSignIn(Accounts accounts, Passwords passwords, RandomGenerator random) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.decoyHash = passwords
                .hash(ApiKey.random(random).text())
                .cache(hash -> FOR_EVER, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** Errors with BadCredentialsException, the same for an unknown name and a wrong password. */
    @Override
    public Mono<Authentication> authenticate(Authentication attempt) {
        String password = String.valueOf(attempt.getCredentials());
        return accounts.find(Account.nameOf(attempt.getName()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .zipWith(decoyHash)
                .flatMap(pair -> {
                    Optional<Account> account = pair.getT1();
                    String hash = account.map(Account::passwordHash).orElse(pair.getT2());
                    return passwords
                            .matches(password, hash)
                            .flatMap(fits -> fits ? Mono.justOrEmpty(account) : Mono.empty());
                })
                .onErrorMap(
                        RejectedExecutionException.class,
                        busy -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many sign-ins", busy))
                .map(PasswordSignIn::signedIn)
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("no such account and password")));
    }

    /** What the rest of a session or request goes by: the name and the roles, no secret. */
    static Authentication signedIn(Account account) {
        Person person = new Person(account.name(), account.roles(), Scope.EVERYWHERE, Standing.FULL);
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    }
}

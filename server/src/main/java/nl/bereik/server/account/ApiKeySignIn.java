package nl.bereik.server.account;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a request with {@code Authorization: Bearer <apiKey>} act as the account of that key. */
@Component
final class ApiKeySignIn implements ReactiveAuthenticationManager, ServerAuthenticationConverter {
    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private final Accounts accounts;
    private final People people;

    ApiKeySignIn(ApiKeys keys, Accounts accounts, People people) {
        this.keys = keys;
        this.accounts = accounts;
        this.people = people;
    }

    /**
     * Empty without an {@code Authorization} header. With one of another scheme the key is empty, which no account
     * has: a request that brings credentials is never let in by its session instead.
     */
    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Mono.empty();
        }
        boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        ApiKey key = new ApiKey(bearer ? header.substring(SCHEME.length()).strip() : "");
        return Mono.just(UsernamePasswordAuthenticationToken.unauthenticated("", key));
    }

    /** Errors with BadCredentialsException when the key is not known. */
    @Override
    public Mono<Authentication> authenticate(Authentication attempt) {
        return Mono.justOrEmpty(attempt.getCredentials())
                .cast(ApiKey.class)
                .flatMap(key -> keys.accountOf(key.hash()))
                .flatMap(accounts::find)
                .filter(account -> !account.disabled())
                .<Authentication>map(account -> new SignedIn(people.byKey(account)))
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("no such key")));
    }
}

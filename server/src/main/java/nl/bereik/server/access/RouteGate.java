package nl.bereik.server.access;

import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * The one place that lets requests through to their handlers, by the rules beside those. A route without a rule is
 * answered as if it were not there.
 */
@Component
public class RouteGate implements ReactiveAuthorizationManager<AuthorizationContext> {
    private static final AuthorizationResult GRANTED = new AuthorizationDecision(true);
    private static final AuthorizationResult DENIED = new AuthorizationDecision(false);

    private final Routes routes;

    RouteGate(Routes routes) {
        this.routes = routes;
    }

    /**
     * Denied to a stranger and to the wrong roles. Errors with {@link StandingException}, and with
     * ResponseStatusException when there is no such route.
     */
    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        return routes.ruleOf(context.getExchange()).flatMap(rule -> judge(rule, authentication));
    }

    /** The same, but only whoever has signed in is told whether there is such a route. */
    public ReactiveAuthorizationManager<AuthorizationContext> tellingStrangersNothing() {
        return (authentication, context) -> authorize(authentication, context)
                .onErrorResume(ResponseStatusException.class, failure -> person(authentication)
                        .flatMap(known -> Mono.<AuthorizationResult>error(failure))
                        .defaultIfEmpty(DENIED));
    }

    private static Mono<AuthorizationResult> judge(RouteRule rule, Mono<Authentication> authentication) {
        if (rule instanceof RouteRule.People people) {
            return person(authentication)
                    .flatMap(person -> judge(people, person))
                    .defaultIfEmpty(DENIED);
        }
        return rule instanceof RouteRule.Nobody
                ? Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                : Mono.just(GRANTED);
    }

    private static Mono<AuthorizationResult> judge(RouteRule.People rule, Person person) {
        if (!person.standing().reaches(rule.from())) {
            return Mono.error(() -> new StandingException(person.standing()));
        }
        return Mono.just(rule.allows(person) ? GRANTED : DENIED);
    }

    private static Mono<Person> person(Mono<Authentication> authentication) {
        return authentication
                .filter(Authentication::isAuthenticated)
                .map(Authentication::getPrincipal)
                .ofType(Person.class);
    }
}

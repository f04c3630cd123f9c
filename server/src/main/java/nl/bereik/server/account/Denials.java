package nl.bereik.server.account;

import nl.bereik.server.access.StandingException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What happens when a page is not for the one who asks. */
final class Denials {
    private Denials() {}

    /**
     * A page asked for leads to the sign-in page, which says so when something sent was not saved; a part of a page
     * asked for by a script is refused.
     */
    static ServerAuthenticationEntryPoint toSignInPage(ServerRequestCache askedFor) {
        RedirectServerAuthenticationEntryPoint redirect = new RedirectServerAuthenticationEntryPoint("/login");
        redirect.setRequestCache(askedFor);
        RedirectServerAuthenticationEntryPoint unsaved = new RedirectServerAuthenticationEntryPoint("/login?unsaved");
        unsaved.setRequestCache(askedFor);
        return (exchange, why) -> {
            ServerHttpRequest request = exchange.getRequest();
            ServerHttpResponse response = exchange.getResponse();
            if (request.getHeaders().getFirst("HX-Request") != null) {
                response.getHeaders().set("HX-Redirect", "/login");
            } else if (request.getHeaders().getAccept().contains(MediaType.TEXT_HTML)) {
                return HttpMethod.GET.equals(request.getMethod())
                        ? redirect.commence(exchange, why)
                        : unsaved.commence(exchange, why);
            }
            return Mono.fromRunnable(() -> response.setStatusCode(HttpStatus.UNAUTHORIZED));
        };
    }

    static ServerAccessDeniedHandler forbidden() {
        return (exchange, why) -> why instanceof StandingException incomplete
                ? goOn(exchange, incomplete)
                : Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN, null, why));
    }

    /** Leads to the page on which to do what is missing of signing in. */
    private static Mono<Void> goOn(ServerWebExchange exchange, StandingException incomplete) {
        ServerHttpResponse response = exchange.getResponse();
        String page = incomplete.standing().page();
        boolean script = exchange.getRequest().getHeaders().getFirst("HX-Request") != null;
        return Mono.fromRunnable(() -> {
            response.setStatusCode(script ? HttpStatus.FORBIDDEN : HttpStatus.SEE_OTHER);
            response.getHeaders().set(script ? "HX-Redirect" : HttpHeaders.LOCATION, page);
        });
    }

    static ServerAuthenticationEntryPoint notFound() {
        return (exchange, why) -> Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static ServerAccessDeniedHandler notFoundEither() {
        return (exchange, why) -> Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A change asked for in the name of a session, which is what a forged request needs; a key cannot be forged. */
    static ServerWebExchangeMatcher changesBySession(BrowserSessions sessions) {
        return exchange -> exchange.getRequest().getHeaders().containsHeader("Authorization")
                ? MatchResult.notMatch()
                : CsrfWebFilter.DEFAULT_CSRF_MATCHER
                        .matches(exchange)
                        .filter(MatchResult::isMatch)
                        .flatMap(change -> sessions.load(exchange))
                        .flatMap(session -> MatchResult.match())
                        .switchIfEmpty(MatchResult.notMatch());
    }
}

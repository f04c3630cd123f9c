package nl.bereik.server.account;

import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.savedrequest.CookieServerRequestCache;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Remembers in a cookie which figures a stranger asked for, to show them after signing in. Spring's own cache forgets
 * them at the next request, whatever that is, and so at the sign-in page.
 */
@Component
public final class PageAskedFor implements ServerRequestCache {
    private final CookieServerRequestCache cookie = new CookieServerRequestCache();

    public PageAskedFor() {
        cookie.setSaveRequestMatcher(ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, "/figures/{period}"));
    }

    @Override
    public Mono<Void> saveRequest(ServerWebExchange exchange) {
        return cookie.saveRequest(exchange);
    }

    @Override
    public Mono<URI> getRedirectUri(ServerWebExchange exchange) {
        return cookie.getRedirectUri(exchange);
    }

    @Override
    public Mono<ServerHttpRequest> removeMatchingRequest(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return cookie.getRedirectUri(exchange)
                .filter(saved -> path.equals(saved.getPath()))
                .flatMap(saved -> cookie.removeMatchingRequest(exchange));
    }
}

package nl.bereik.server.account;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Keeps the CSRF token in a cookie: nothing is kept here for strangers. Over TLS it is called {@code __Host-} as the
 * other cookies are, for whoever runs a neighbouring site could plant one of another name and so know the token.
 */
final class CsrfCookies implements ServerCsrfTokenRepository {
    private static final String NAME = "XSRF-TOKEN";

    private final CookieServerCsrfTokenRepository plain = tokens(NAME, false);
    private final CookieServerCsrfTokenRepository overTls = tokens("__Host-" + NAME, true);

    private static CookieServerCsrfTokenRepository tokens(String name, boolean secure) {
        CookieServerCsrfTokenRepository tokens = new CookieServerCsrfTokenRepository();
        tokens.setCookieName(name);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(secure).sameSite("Lax"));
        return tokens;
    }

    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return of(exchange).generateToken(exchange);
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return of(exchange).saveToken(exchange, token);
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return of(exchange).loadToken(exchange);
    }

    private CookieServerCsrfTokenRepository of(ServerWebExchange exchange) {
        return Cookies.overTls(exchange) ? overTls : plain;
    }
}

package nl.bereik.server.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The cookies of people who sign in: for this site alone and out of reach of scripts. Over TLS they are called
 * {@code __Host-}, which no other site or connection can set, and are read by that name only.
 */
enum Cookies {
    SESSION("session", null),
    /** Kept by a browser that has signed in before, so that tries of others do not keep it waiting. */
    BROWSER("browser", Duration.ofDays(400)),
    /** What a sign-in at the organisation goes on with. */
    AT_ORGANISATION("organisation", Duration.ofMinutes(10));

    private static final String OF_THIS_HOST = "__Host-";
    private static final int LONGEST = 512;

    private final String plainName;
    private final @Nullable Duration kept;

    Cookies(String plainName, @Nullable Duration kept) {
        this.plainName = plainName;
        this.kept = kept;
    }

    @Nullable String get(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name(exchange));
        String value = cookie == null ? "" : cookie.getValue();
        return value.isEmpty() || value.length() > LONGEST ? null : value;
    }

    void set(ServerWebExchange exchange, String value) {
        ResponseCookie.ResponseCookieBuilder cookie = cookie(exchange, value);
        exchange.getResponse().getCookies().remove(name(exchange));
        exchange.getResponse().addCookie((kept == null ? cookie : cookie.maxAge(kept)).build());
    }

    void clear(ServerWebExchange exchange) {
        exchange.getResponse().getCookies().remove(name(exchange));
        exchange.getResponse()
                .addCookie(cookie(exchange, "").maxAge(Duration.ZERO).build());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(ServerWebExchange exchange, String value) {
        return ResponseCookie.from(name(exchange), value)
                .path("/")
                .httpOnly(true)
                .secure(overTls(exchange))
                .sameSite("Lax");
    }

    private String name(ServerWebExchange exchange) {
        return overTls(exchange) ? OF_THIS_HOST + plainName : plainName;
    }

    static boolean overTls(ServerWebExchange exchange) {
        return "https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme());
    }
}

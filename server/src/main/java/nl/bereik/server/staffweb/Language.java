package nl.bereik.server.staffweb;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** The language of a page: what was chosen and kept in a cookie, else what the browser prefers, else Dutch. */
@Component(WebHttpHandlerBuilder.LOCALE_CONTEXT_RESOLVER_BEAN_NAME)
class Language implements LocaleContextResolver {
    static final String COOKIE = "language";
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final Locale ENGLISH = Locale.UK;
    private static final List<Locale> OFFERED = List.of(DUTCH, ENGLISH);
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        HttpCookie chosen = exchange.getRequest().getCookies().getFirst(COOKIE);
        Locale locale = chosen == null ? null : offered(chosen.getValue());
        return new SimpleLocaleContext(locale != null ? locale : preferred(exchange));
    }

    /** Not offered: a language is chosen by {@link #cookie}. */
    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("a language is chosen by its cookie");
    }

    /** The cookie that keeps a choice; a language not offered is taken for Dutch. */
    ResponseCookie cookie(String language, boolean secure) {
        Locale locale = offered(language);
        return ResponseCookie.from(COOKIE, (locale == null ? DUTCH : locale).getLanguage())
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }

    private static Locale preferred(ServerWebExchange exchange) {
        try {
            for (Locale.LanguageRange range : exchange.getRequest().getHeaders().getAcceptLanguage()) {
                Locale locale = offered(range.getRange().split("-", 2)[0]);
                if (locale != null) {
                    return locale;
                }
            }
        } catch (IllegalArgumentException unreadable) {
            return DUTCH;
        }
        return DUTCH;
    }

    private static @Nullable Locale offered(String language) {
        for (Locale locale : OFFERED) {
            if (locale.getLanguage().equals(language)) {
                return locale;
            }
        }
        return null;
    }
}

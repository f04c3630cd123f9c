package nl.bereik.server.staffweb;

import java.time.Clock;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.Person;
import nl.bereik.server.account.BrowserSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What every page needs: who has signed in, where one is, and the token that its forms carry. */
@ControllerAdvice(annotations = Controller.class)
class PageAttributes {
    private static final Pattern OWN_PAGE = Pattern.compile("(/[A-Za-z0-9_-]+)+(\\?[A-Za-z0-9_.~%&=+-]*)?");

    private final MessageSource messages;
    private final ReferenceData reference;
    private final Clock clock;

    PageAttributes(MessageSource messages, ReferenceData reference, Clock clock) {
        this.messages = messages;
        this.reference = reference;
        this.clock = clock;
    }

    /** Absent on pages for strangers. */
    @ModelAttribute("me")
    Mono<Me> me() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(Authentication::getPrincipal)
                .ofType(Person.class)
                .map(Me::of);
    }

    /** Absent on pages for strangers. */
    @ModelAttribute("stay")
    Mono<SessionNotice> session(ServerWebExchange exchange, Locale locale) {
        return Mono.justOrEmpty(BrowserSessions.ends(exchange))
                .map(ends -> SessionNotice.of(ends, new Words(messages, locale, reference.zone()), clock.instant()));
    }

    /** Where to be after the language has changed. */
    @ModelAttribute("here")
    String here(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (!HttpMethod.GET.equals(request.getMethod())) {
            return "/";
        }
        String page = request.getPath().value();
        String query = request.getURI().getRawQuery();
        return query != null && isOwnPage(page + '?' + query) ? page + '?' + query : page;
    }

    /** Whether this is a path of this server with at most a plain query, and leads nowhere else. */
    static boolean isOwnPage(String page) {
        return OWN_PAGE.matcher(page).matches();
    }

    @ModelAttribute("csrf")
    Mono<CsrfToken> csrf(ServerWebExchange exchange) {
        @Nullable Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null
                ? Mono.empty()
                : token.doOnNext(ready ->
                        exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, ready));
    }
}

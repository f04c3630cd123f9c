package nl.bereik.server.staffweb;

import java.time.Clock;
import java.util.Locale;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.Person;
import nl.bereik.server.account.BrowserSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
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

    /**
     * Where to be after the language has changed: the page without what was asked of it, for that is not repeated
     * unread. A page that has read it says so itself.
     */
    @ModelAttribute("here")
    String here(ServerWebExchange exchange) {
        boolean canReturn = HttpMethod.GET.equals(exchange.getRequest().getMethod());
        return canReturn ? exchange.getRequest().getPath().value() : "/";
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

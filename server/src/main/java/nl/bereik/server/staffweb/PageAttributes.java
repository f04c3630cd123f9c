package nl.bereik.server.staffweb;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
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

    @ModelAttribute("account")
    Mono<String> account(ServerWebExchange exchange) {
        return exchange.getPrincipal().map(Principal::getName);
    }

    /** Where to be after the language has changed. */
    @ModelAttribute("here")
    String here(ServerWebExchange exchange) {
        boolean canReturn = HttpMethod.GET.equals(exchange.getRequest().getMethod());
        return canReturn ? exchange.getRequest().getPath().value() : "/phones";
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

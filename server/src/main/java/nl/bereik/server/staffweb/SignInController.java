package nl.bereik.server.staffweb;

import java.net.URI;
import java.security.Principal;
import java.util.regex.Pattern;
import nl.bereik.server.access.OpenToAll;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page to sign in on, and the choice of language, which is open to everybody. */
@Controller
class SignInController {
    private static final Pattern OWN_PAGE = Pattern.compile("(/[A-Za-z0-9_-]+)+");
    private static final String HOME = "/figures";

    private final Language language;

    SignInController(Language language) {
        this.language = language;
    }

    @OpenToAll("strangers sign in here")
    @GetMapping("/login")
    Mono<Rendering> signIn(ServerWebExchange exchange) {
        var asked = exchange.getRequest().getQueryParams();
        Rendering form = Rendering.view("login")
                .modelAttribute("wrong", asked.containsKey("error"))
                .modelAttribute("signedOut", asked.containsKey("signed-out"))
                .build();
        return exchange.<Principal>getPrincipal()
                .map(who -> Rendering.redirectTo(HOME).build())
                .defaultIfEmpty(form);
    }

    @OpenToAll("it only sets a cookie with the language of pages")
    @PostMapping("/language")
    Mono<ResponseEntity<Void>> language(ServerWebExchange exchange) {
        boolean secure = "https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme());
        return exchange.getFormData().map(form -> {
            String chosen = form.getFirst("language");
            exchange.getResponse().addCookie(language.cookie(chosen == null ? "" : chosen, secure));
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(ownPage(form.getFirst("here"))))
                    .build();
        });
    }

    private static String ownPage(@Nullable String here) {
        return here != null && OWN_PAGE.matcher(here).matches() ? here : HOME;
    }
}

package nl.bereik.server.staffweb;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.OpenToAll;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Standing;
import nl.bereik.server.account.OrganisationSignIn;
import nl.bereik.server.account.OwnAccount;
import nl.bereik.server.account.PageAskedFor;
import nl.bereik.server.account.PasswordSignIn;
import nl.bereik.server.account.PasswordSignIn.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Signing in and out, and the choice of language, which is open to everybody. */
@Controller
class SignInController {
    private static final Pattern OWN_PAGE = Pattern.compile("(/[A-Za-z0-9_-]+)+(\\?[A-Za-z0-9_.~%&=+-]*)?");

    private final Language language;
    private final PasswordSignIn byPassword;
    private final OwnAccount own;
    private final PageAskedFor askedFor;
    private final OrganisationSignIn atOrganisation;

    SignInController(
            Language language,
            PasswordSignIn byPassword,
            OwnAccount own,
            PageAskedFor askedFor,
            OrganisationSignIn atOrganisation) {
        this.language = language;
        this.byPassword = byPassword;
        this.own = own;
        this.askedFor = askedFor;
        this.atOrganisation = atOrganisation;
    }

    @OpenToAll("strangers sign in here")
    @GetMapping("/login")
    Mono<Rendering> form(ServerWebExchange exchange) {
        var asked = exchange.getRequest().getQueryParams();
        Rendering form = Rendering.view("login")
                .modelAttribute("wrong", asked.containsKey("error"))
                .modelAttribute("wait", wait(asked.getFirst("wait")))
                .modelAttribute("signedOut", asked.containsKey("signed-out"))
                .modelAttribute("unsaved", asked.containsKey("unsaved"))
                .modelAttribute("failed", asked.containsKey("organisation-failed"))
                .modelAttribute("organisation", atOrganisation.isOffered())
                .build();
        return exchange.getPrincipal()
                .map(who -> Rendering.redirectTo("/").build())
                .defaultIfEmpty(form);
    }

    @OpenToAll("strangers sign in here")
    @PostMapping("/login")
    Mono<ResponseEntity<Void>> signIn(ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> byPassword.signIn(exchange, text(form, "username"), text(form, "password")))
                .flatMap(outcome -> {
                    if (outcome instanceof Outcome.Begun begun) {
                        return goOn(exchange, begun.person());
                    }
                    return outcome instanceof Outcome.TooMany tooMany
                            ? Mono.just(tooMany("/login", tooMany))
                            : Mono.just(to("/login?error"));
                });
    }

    private Mono<ResponseEntity<Void>> goOn(ServerWebExchange exchange, Person person) {
        URI home = URI.create(Me.home(person));
        boolean figures = person.standing() == Standing.FULL && person.is(Role.COORDINATOR);
        return (figures ? askedFor.getRedirectUri(exchange) : Mono.<URI>empty())
                .defaultIfEmpty(home)
                .map(next -> to(next.toString()));
    }

    static ResponseEntity<Void> tooMany(String page, Outcome.TooMany tooMany) {
        long seconds = Math.max(1, tooMany.left().toSeconds());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page + "?wait=" + seconds))
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .build();
    }

    @AllowedTo(
            value = {Role.WORKER, Role.CASE_MANAGER, Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR},
            from = Standing.OWES_CODE)
    @PostMapping("/logout")
    Mono<Rendering> signOut(ServerWebExchange exchange, Person person) {
        Rendering done = Rendering.redirectTo("/login?signed-out").build();
        return own.signOut(exchange, person)
                .then(atOrganisation.signOutThere(person))
                .map(there -> Rendering.view("signed-out")
                        .modelAttribute("there", there.toString())
                        .build())
                .defaultIfEmpty(done);
    }

    @OpenToAll("it only sets a cookie with the language of pages")
    @PostMapping("/language")
    Mono<ResponseEntity<Void>> language(ServerWebExchange exchange) {
        boolean secure = "https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme());
        return exchange.getFormData().map(form -> {
            exchange.getResponse().addCookie(language.cookie(text(form, "language"), secure));
            return to(ownPage(form.getFirst("here")));
        });
    }

    static ResponseEntity<Void> to(String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page))
                .build();
    }

    static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "");
    }

    /** What the server said; whoever writes another number in the address fools himself. */
    static long wait(@Nullable String seconds) {
        return seconds != null && seconds.matches("\\d{1,4}") ? Long.parseLong(seconds) : 0;
    }

    private static String ownPage(@Nullable String here) {
        return here != null && OWN_PAGE.matcher(here).matches() ? here : "/";
    }
}

package nl.bereik.server.staffweb;

import static nl.bereik.server.staffweb.SignInController.text;
import static nl.bereik.server.staffweb.SignInController.to;

import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Standing;
import nl.bereik.server.account.OwnAccount;
import nl.bereik.server.account.OwnAccount.Chosen;
import nl.bereik.server.account.OwnAccount.KeyOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One's own account: password, sessions and keys. */
@Controller
class AccountController {
    private final OwnAccount own;

    AccountController(OwnAccount own) {
        this.own = own;
    }

    @AllowedTo({Role.WORKER, Role.CASE_MANAGER, Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR})
    @GetMapping("/account")
    Mono<Rendering> account(ServerWebExchange exchange, Person person) {
        String done = exchange.getRequest().getQueryParams().getFirst("done");
        return page(person).map(page -> PageParts.with(page, "done", done).build());
    }

    @AllowedTo(
            value = {Role.WORKER, Role.CASE_MANAGER, Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR},
            from = Standing.OWES_PASSWORD)
    @GetMapping("/account/password")
    Mono<Rendering> passwordForm(Person person) {
        return passwordPage(person, null, false);
    }

    @AllowedTo(
            value = {Role.WORKER, Role.CASE_MANAGER, Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR},
            from = Standing.OWES_PASSWORD)
    @PostMapping("/account/password")
    Mono<Rendering> choosePassword(ServerWebExchange exchange, Person person) {
        return exchange.getFormData().flatMap(form -> {
            String chosen = text(form, "new");
            boolean keepKeys = form.containsKey("keep-keys");
            if (!chosen.equals(text(form, "again"))) {
                return passwordPage(person, "NOT_THE_SAME", keepKeys);
            }
            return own.choosePassword(exchange, person, text(form, "old"), chosen, keepKeys)
                    .flatMap(came -> came == Chosen.DONE
                            ? Mono.just(Rendering.redirectTo(
                                            person.standing() == Standing.FULL ? "/account?done=password" : "/")
                                    .build())
                            : passwordPage(person, came.name(), keepKeys));
        });
    }

    private Mono<Rendering> passwordPage(Person person, @Nullable String problem, boolean keepKeys) {
        boolean must = person.standing() == Standing.OWES_PASSWORD;
        return own.keys(person).hasElements().map(keys -> PageParts.page("password", problem)
                .modelAttribute("must", must)
                .modelAttribute("hasKeys", keys && !must)
                .modelAttribute("keepKeys", keepKeys)
                .build());
    }

    @AllowedTo({Role.WORKER, Role.CASE_MANAGER, Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR})
    @PostMapping("/account/sign-out-everywhere")
    Mono<ResponseEntity<Void>> signOutEverywhere(ServerWebExchange exchange, Person person) {
        return own.signOutEverywhere(exchange, person).thenReturn(to("/login?signed-out"));
    }

    /** Shows a new key, this once. */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/account/keys")
    Mono<Rendering> makeKey(ServerWebExchange exchange, Person person) {
        return exchange.getFormData()
                .flatMap(form -> own.makeKey(exchange, person, text(form, "password")))
                .flatMap(came -> page(person)
                        .map(page -> came instanceof KeyOutcome.Made made
                                ? page.modelAttribute("madeKey", made.text())
                                : page.status(HttpStatus.UNPROCESSABLE_CONTENT)
                                        .modelAttribute(
                                                "keyProblem",
                                                ((KeyOutcome.NotMade) came)
                                                        .given()
                                                        .name()))
                        .map(Rendering.Builder::build));
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/account/keys/{id}/revoke")
    Mono<ResponseEntity<Void>> revokeKey(@PathVariable String id, Person person) {
        return own.revokeKey(person, id).thenReturn(to("/account?done=key"));
    }

    private Mono<Rendering.Builder<?>> page(Person person) {
        return Mono.zip(own.view(person), own.keys(person).sort().collectList()).map(both -> Rendering.view("account")
                .modelAttribute("view", both.getT1())
                .modelAttribute("keys", both.getT2())
                .modelAttribute("mayMakeKeys", person.is(Role.COORDINATOR) || person.is(Role.ADMINISTRATOR)));
    }
}

package nl.bereik.server.staffweb;

import static nl.bereik.server.staffweb.SignInController.text;
import static nl.bereik.server.staffweb.SignInController.to;

import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Standing;
import nl.bereik.server.account.PasswordSignIn.Outcome;
import nl.bereik.server.account.SecondSteps;
import nl.bereik.server.account.SecondSteps.SetUp;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The second step: giving its code when signing in, and setting it up. */
@Controller
class SecondStepController {
    private static final String ISSUER = "Bereik";

    private final SecondSteps steps;

    SecondStepController(SecondSteps steps) {
        this.steps = steps;
    }

    @AllowedTo(
            value = {Role.WORKER, Role.CASE_MANAGER, Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR},
            from = Standing.OWES_CODE)
    @GetMapping("/login/code")
    Rendering codeForm(ServerWebExchange exchange, Person person) {
        if (person.standing() != Standing.OWES_CODE) {
            return Rendering.redirectTo("/").build();
        }
        var asked = exchange.getRequest().getQueryParams();
        return Rendering.view("code")
                .modelAttribute("wrong", asked.containsKey("error"))
                .modelAttribute("wait", SignInController.wait(asked.getFirst("wait")))
                .build();
    }

    @AllowedTo(
            value = {Role.WORKER, Role.CASE_MANAGER, Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR},
            from = Standing.OWES_CODE)
    @PostMapping("/login/code")
    Mono<ResponseEntity<Void>> giveCode(ServerWebExchange exchange, Person person) {
        if (person.standing() != Standing.OWES_CODE) {
            return Mono.just(to("/"));
        }
        return exchange.getFormData()
                .flatMap(form -> steps.give(exchange, person, text(form, "code")))
                .map(outcome -> {
                    if (outcome instanceof Outcome.Begun begun) {
                        return to(Me.home(begun.person()));
                    }
                    return outcome instanceof Outcome.TooMany tooMany
                            ? SignInController.tooMany("/login/code", tooMany)
                            : to("/login/code?error");
                });
    }

    @AllowedTo(
            value = {Role.WORKER, Role.CASE_MANAGER, Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR},
            from = Standing.OWES_SECOND_STEP)
    @GetMapping("/account/second-step")
    Rendering setUpForm(Person person) {
        return setUpPage(person, steps.newSecret(), null);
    }

    /** Shows the codes for on paper, this once. */
    @AllowedTo(
            value = {Role.WORKER, Role.CASE_MANAGER, Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR},
            from = Standing.OWES_SECOND_STEP)
    @PostMapping("/account/second-step")
    Mono<Rendering> setUp(ServerWebExchange exchange, Person person) {
        return exchange.getFormData().flatMap(form -> {
            String secret = text(form, "secret");
            return steps.setUp(exchange, person, secret, text(form, "code"), text(form, "password"))
                    .map(came -> came instanceof SetUp.Done done
                            ? Rendering.view("second-step-done")
                                    .modelAttribute("paper", done.paper())
                                    .build()
                            : setUpPage(
                                    person,
                                    secret.isEmpty() ? steps.newSecret() : secret,
                                    came instanceof SetUp.NoPassword no
                                            ? no.given().name()
                                            : "WRONG_CODE"));
        });
    }

    private static Rendering setUpPage(Person person, String secret, @Nullable String problem) {
        String address = "otpauth://totp/" + ISSUER + ":" + QrSquares.escape(person.name()) + "?secret=" + secret
                + "&issuer=" + ISSUER;
        QrSquares squares = QrSquares.of(address);
        return PageParts.page("second-step", problem)
                .modelAttribute("secret", secret)
                .modelAttribute("shown", secret.replaceAll("(.{4})(?!$)", "$1 "))
                .modelAttribute("squares", squares.path())
                .modelAttribute("size", squares.size())
                .modelAttribute("must", person.standing() == Standing.OWES_SECOND_STEP)
                .build();
    }
}

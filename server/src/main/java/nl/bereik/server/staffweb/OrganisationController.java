package nl.bereik.server.staffweb;

import java.net.URI;
import nl.bereik.server.access.OpenToAll;
import nl.bereik.server.account.OrganisationSignIn;
import nl.bereik.server.account.OrganisationSignIn.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Signing in at the organisation: there and back. */
@Controller
class OrganisationController {
    private static final String FAILED = "/login?organisation-failed";

    private final OrganisationSignIn signIn;

    OrganisationController(OrganisationSignIn signIn) {
        this.signIn = signIn;
    }

    @OpenToAll("strangers go to their organisation to sign in")
    @GetMapping("/login/organisation")
    Mono<Rendering> depart(ServerWebExchange exchange) {
        if (!signIn.isOffered()) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return signIn.depart(exchange).map(URI::toString).defaultIfEmpty(FAILED).map(OrganisationController::to);
    }

    @OpenToAll("strangers come back from their organisation here, with what proves who they are")
    @GetMapping("/login/organisation/return")
    Mono<Rendering> arrive(ServerWebExchange exchange) {
        return signIn.arrive(exchange).map(outcome -> {
            if (outcome instanceof Outcome.Begun begun) {
                return to(Me.home(begun.person()));
            }
            return outcome instanceof Outcome.NothingHere
                    ? Rendering.view("nothing-here")
                            .status(HttpStatus.FORBIDDEN)
                            .build()
                    : to(FAILED);
        });
    }

    /** As it is: what stands in braces or is encoded is no template. */
    private static Rendering to(String address) {
        return Rendering.redirectTo(address).propagateQuery(false).build();
    }
}

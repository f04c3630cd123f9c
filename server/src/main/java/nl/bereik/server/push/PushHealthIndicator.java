package nl.bereik.server.push;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Up, {@code LOGGED_ONLY} without an account, or {@code REFUSED} from when Firebase does not take the account until it
 * takes a push, described by the last refusal's code and time. The server as a whole is up all the same, for the list on
 * the phone is the truth.
 */
@Component
final class PushHealthIndicator implements ReactiveHealthIndicator {
    static final Status LOGGED_ONLY = new Status("LOGGED_ONLY");

    private static final String REFUSED = "REFUSED";

    private final PushSender sender;

    PushHealthIndicator(PushSender sender) {
        this.sender = sender;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(() -> Health.status(status()).build());
    }

    /** The refusal is in its description and not in the health's details, for the page shows none. */
    private Status status() {
        return sender.refusal()
                .map(refusal -> new Status(REFUSED, refusal.code() + " at " + refusal.at()))
                .orElse(sender.reachesPhones() ? Status.UP : LOGGED_ONLY);
    }
}

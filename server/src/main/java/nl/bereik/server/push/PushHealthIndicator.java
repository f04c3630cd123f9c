package nl.bereik.server.push;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Up, or {@code LOGGED_ONLY}: the server as a whole is up all the same, for the list on the phone is the truth. */
@Component
final class PushHealthIndicator implements ReactiveHealthIndicator {
    static final Status LOGGED_ONLY = new Status("LOGGED_ONLY");

    private final PushSender sender;

    PushHealthIndicator(PushSender sender) {
        this.sender = sender;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(() ->
                Health.status(sender.reachesPhones() ? Status.UP : LOGGED_ONLY).build());
    }
}

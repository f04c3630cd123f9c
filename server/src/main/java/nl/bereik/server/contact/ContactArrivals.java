package nl.bereik.server.contact;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Rings on this instance when contacts have arrived. */
@Component
public final class ContactArrivals {
    private static final Duration BUSY_LOOP = Duration.ofSeconds(1);

    private final Sinks.Many<Boolean> bell = Sinks.many().multicast().directBestEffort();

    public void ring() {
        bell.emitNext(true, Sinks.EmitFailureHandler.busyLooping(BUSY_LOOP));
    }

    /** Without end; a subscriber that is not ready misses a ring. */
    public Flux<Boolean> rings() {
        return bell.asFlux();
    }
}

package nl.bereik.server.push;

import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Sends pushes to phones; a port, filled by Firebase Cloud Messaging or, without credentials for that, by a log line.
 */
public interface PushSender {
    /**
     * Sends once: trying again is for the caller. Sending the same push twice is safe, for a phone tells by its id.
     * Never empty, never an error; what goes wrong is an outcome.
     */
    Mono<PushOutcome> send(PushToken token, Push push);

    /** Whether pushes can reach a phone at all. */
    boolean reachesPhones();

    /** The last refusal of the server's account; empty when there was none since a push was taken, or no account. */
    default Optional<PushRefusal> refusal() {
        return Optional.empty();
    }
}

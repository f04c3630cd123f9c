package nl.bereik.server.need;

import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * How often each team's bell was rung, on whatever instance; a port. Publishers error with StoreUnavailableException.
 */
public interface Rings {
    /** Counts one more for the team. */
    Mono<Void> add(String team);

    /** By team; a team whose bell was never rung is not in it. Never empty. */
    Mono<Map<String, Long>> counts();
}

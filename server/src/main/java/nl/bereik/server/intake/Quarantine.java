package nl.bereik.server.intake;

import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Items kept raw; a port. What completes is durable. Publishers error with StoreUnavailableException. */
public interface Quarantine {
    /**
     * Keeps items, each once by its id; repeatable.
     *
     * @return the ids that could not be kept; an empty set when all are there
     */
    Mono<Set<String>> keep(List<QuarantinedItem> items);
}

package nl.bereik.server.need;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The alerts that wait in the needs; a port. They are claimed for a while, so that each is sent by one instance;
 * whoever stops in between loses the claim when the while is over. What completes is durable. Publishers error with
 * StoreUnavailableException.
 */
public interface AlertOutbox {
    /**
     * Claims needs with alerts that are due and that nobody else has claimed at {@code now}.
     *
     * @param by names this claim alone
     * @return those claimed, at most {@code most}, in no order
     */
    Flux<StoredNeed> claim(String by, Instant now, Instant until, int most);

    /**
     * Changes until when needs are claimed that this claim still has; those that were settled, or that another has
     * claimed since, stay as they are. Empty. Repeatable.
     */
    Mono<Void> extend(String by, Collection<UUID> needs, Instant until);

    /**
     * Changes the alerts of a need and ends the claim on it, if it is still this one. Empty when the need is gone.
     * Repeatable if the change is.
     *
     * @param change of the alerts as they are by then; may be tried several times
     */
    Mono<Void> settle(String by, UUID need, UnaryOperator<List<Alert>> change);
}

package nl.bereik.server.wipe;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The orders given; a port, filled by MongoDB and, in tests, by memory. Publishers error with
 * StoreUnavailableException.
 */
public interface WipeOrders {
    /** Keeps an order; one that there is for the same phone stays as it is. Empty. */
    Mono<Void> add(WipeOrder order);

    /** The order to a phone; empty when there is none. */
    Mono<WipeOrder> find(String phone);

    /** All orders, in no order. */
    Flux<WipeOrder> all();

    /**
     * Notes that a phone has erased itself, unless it is noted already. True when there is an order to this phone with
     * this token.
     */
    Mono<Boolean> confirm(String phone, String token, Instant at);
}

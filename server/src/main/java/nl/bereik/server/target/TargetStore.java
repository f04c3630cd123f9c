package nl.bereik.server.target;

import java.time.LocalDate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The numbers agreed; a port. Some tens of them in all. What completes is durable. Publishers error with
 * StoreUnavailableException.
 */
public interface TargetStore {
    /** Those of a region, in no order. */
    Flux<Target> of(String region);

    /** Empty when none is agreed. */
    Mono<Target> find(TargetKey key);

    /** Keeps it unless there is one of its key; whether it was kept. */
    Mono<Boolean> add(Target target);

    /** Changes the number of one that is there; whether it is. Repeatable. */
    Mono<Boolean> change(TargetKey key, long number);

    /** Lets go of it; whether it was there. Repeatable. */
    Mono<Boolean> remove(TargetKey key);

    /**
     * Keeps what was counted of one that is there, unless that was counted on a later day already. Leaves its number.
     * Repeatable.
     */
    Mono<Void> count(TargetKey key, long counted, LocalDate through, LocalDate on);
}

package nl.bereik.server.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Items kept raw; a port. What completes is durable. Publishers error with StoreUnavailableException. */
public interface Quarantine {
    /**
     * Keeps items, each once by its id; repeatable.
     *
     * @return the ids that could not be kept; an empty set when all are there
     */
    Mono<Set<String>> keep(List<QuarantinedItem> items);

    /** The items of which nothing has been resolved, in no order. */
    Flux<QuarantinedItem> waiting();

    /** Notes what became of an item later. It stays, so that its phone can be told; repeatable, the last counts. */
    Mono<Void> resolve(QuarantinedItem item, ItemOutcome outcome);

    /** What became later of items of this install, in no order. */
    Flux<ItemOutcome> resolved(String install);

    /** All items, also those of which something has been resolved, without what they say. */
    Flux<Kept> kept();

    /** Removes items by their ids; how many there were. Repeatable. */
    Mono<Long> remove(Collection<String> ids);

    /**
     * An item without what it says.
     *
     * @param id {@link QuarantinedItem#id}
     */
    record Kept(String id, UUID opId, ContentHash hash, LocalDate receivedOn) {}
}

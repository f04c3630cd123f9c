package nl.bereik.server.contact;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Contacts by id; a port. What completes is durable. Publishers error with StoreUnavailableException. */
public interface ContactStore {
    /** Inserts each contact whose id is not there, marked uncounted. One answer per contact, in order; repeatable. */
    Mono<List<Insertion>> insert(List<StoredContact> contacts);

    /** Some days with uncounted contacts, at most {@code limit}; an empty set when every contact has been counted. */
    Mono<Set<TeamDay>> uncountedDays(int limit);

    /** Every contact of these days, counted or not, in no order. */
    Flux<CountableContact> on(Set<TeamDay> days);

    /** Clears the mark of exactly these contacts; repeatable. */
    Mono<Void> markCounted(Collection<UUID> opIds);
}

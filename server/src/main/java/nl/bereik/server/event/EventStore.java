package nl.bereik.server.event;

import java.util.List;
import nl.bereik.server.contact.Insertion;
import reactor.core.publisher.Mono;

/** Events by id; a port. What completes is durable. Publishers error with StoreUnavailableException. */
public interface EventStore {
    /** Inserts each event whose id is not there, marked uncounted. One answer per event, in order; repeatable. */
    Mono<List<Insertion>> insert(List<StoredEvent> events);

    /**
     * Takes each of these events back, which makes it uncounted again; also when it has not arrived yet. An event of
     * another team counts as other content. One answer per event, in order; repeatable.
     */
    Mono<List<Insertion>> takeBack(List<StoredTakeBack> takeBacks);
}

package nl.bereik.server.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.MongoException;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import nl.bereik.server.contact.Insertion;
import nl.bereik.server.contact.MongoInsertions;
import nl.bereik.server.store.DuplicateKey;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Events as documents of the collection {@code events}. */
@Component
final class MongoEventStore implements EventStore {
    private final ReactiveMongoTemplate template;

    MongoEventStore(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<List<Insertion>> insert(List<StoredEvent> events) {
        if (events.isEmpty()) {
            return Mono.just(List.of());
        }
        List<Document> documents = events.stream().map(EventDocument::write).toList();
        return collection()
                .flatMap(collection ->
                        MongoInsertions.into(collection, documents, i -> there(collection, events.get(i))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    /** What stands under the id of an event that could not be inserted because there is something. */
    private static Mono<Insertion> there(MongoCollection<Document> collection, StoredEvent event) {
        return Mono.from(collection
                        .find(eq(event.opId().toString()))
                        .projection(Projections.include(EventDocument.TEAM, EventDocument.HASH)))
                .flatMap(found -> {
                    String hash = found.getString(EventDocument.HASH);
                    if (hash == null && event.team().equals(found.getString(EventDocument.TEAM))) {
                        return complete(collection, event);
                    }
                    return Mono.just(
                            event.hash().toString().equals(hash) ? Insertion.SAME_CONTENT : Insertion.OTHER_CONTENT);
                });
    }

    /** Adds what happened to an event of which only the taking back has arrived. */
    private static Mono<Insertion> complete(MongoCollection<Document> collection, StoredEvent event) {
        return Mono.from(collection.updateOne(
                        and(eq(event.opId().toString()), exists(EventDocument.HASH, false)),
                        Updates.combine(
                                new Document("$set", EventDocument.content(event)),
                                Updates.inc(EventDocument.REV, 1L))))
                .map(result -> result.getMatchedCount() == 1 ? Insertion.INSERTED : Insertion.FAILED);
    }

    @Override
    public Mono<List<Insertion>> takeBack(List<StoredTakeBack> takeBacks) {
        return collection()
                .flatMap(collection -> Flux.fromIterable(takeBacks)
                        .concatMap(takeBack -> takeBack(collection, takeBack))
                        .collectList())
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static Mono<Insertion> takeBack(MongoCollection<Document> collection, StoredTakeBack takeBack) {
        String id = takeBack.item().toString();
        return Mono.from(collection.updateOne(
                        and(eq(id), eq(EventDocument.TEAM, takeBack.team()), exists(EventDocument.TAKEN_BACK, false)),
                        Updates.combine(
                                Updates.set(EventDocument.TAKEN_BACK, true),
                                Updates.set(EventDocument.UNCOUNTED, true),
                                Updates.inc(EventDocument.REV, 1L)),
                        new UpdateOptions().upsert(true)))
                .thenReturn(Insertion.INSERTED)
                .onErrorResume(DuplicateKey::is, e -> takenBackBefore(collection, takeBack));
    }

    private static Mono<Insertion> takenBackBefore(MongoCollection<Document> collection, StoredTakeBack takeBack) {
        return Mono.from(collection
                        .find(eq(takeBack.item().toString()))
                        .projection(Projections.include(EventDocument.TEAM, EventDocument.TAKEN_BACK)))
                .map(found -> {
                    if (!takeBack.team().equals(found.getString(EventDocument.TEAM))) {
                        return Insertion.OTHER_CONTENT;
                    }
                    // Else another made the event at the same moment: next time there is one to take back.
                    return found.getBoolean(EventDocument.TAKEN_BACK, false)
                            ? Insertion.SAME_CONTENT
                            : Insertion.FAILED;
                })
                .defaultIfEmpty(Insertion.FAILED);
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("events");
    }
}

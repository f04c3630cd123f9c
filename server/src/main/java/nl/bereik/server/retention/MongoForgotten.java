package nl.bereik.server.retention;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.bereik.server.store.BulkInsert;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keys as the ids of otherwise empty documents of the collection {@code forgotten}. */
@Component
final class MongoForgotten implements Forgotten {
    private final ReactiveMongoTemplate template;

    MongoForgotten(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<Set<String>> among(Collection<String> keys) {
        return keys.isEmpty()
                ? Mono.just(Set.of())
                : collection()
                        .flatMapMany(forgotten -> forgotten.find(in("_id", keys)))
                        .map(found -> found.getString("_id"))
                        .collect(Collectors.toUnmodifiableSet())
                        .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> note(Collection<String> keys) {
        List<Document> documents =
                keys.stream().distinct().map(key -> new Document("_id", key)).toList();
        return documents.isEmpty()
                ? Mono.empty()
                : collection()
                        .flatMap(forgotten -> BulkInsert.into(forgotten, documents))
                        .<Void>flatMap(result -> result.failures().isEmpty()
                                ? Mono.empty()
                                : Mono.error(new StoreUnavailableException(
                                        new IllegalStateException("some keys were not noted"))))
                        .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("forgotten");
    }
}

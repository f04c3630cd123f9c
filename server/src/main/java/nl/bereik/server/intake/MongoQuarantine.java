package nl.bereik.server.intake;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.server.store.BulkInsert;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Items as documents of the collection {@code quarantine}, their text as sent. */
@Component
final class MongoQuarantine implements Quarantine {
    private final ReactiveMongoTemplate template;

    MongoQuarantine(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<Set<String>> keep(List<QuarantinedItem> items) {
        if (items.isEmpty()) {
            return Mono.just(Set.of());
        }
        List<Document> documents =
                items.stream().map(MongoQuarantine::toDocument).toList();
        return template.getCollection("quarantine")
                .flatMap(collection -> BulkInsert.into(collection, documents))
                .map(result ->
                        result.failures().stream().map(i -> items.get(i).id()).collect(Collectors.toUnmodifiableSet()))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static Document toDocument(QuarantinedItem kept) {
        return new Document("_id", kept.id())
                .append("install", kept.install())
                .append("team", kept.team())
                .append("opSeq", kept.item().opSeq())
                .append("hash", ContentHash.of(kept.item()).toString())
                .append("raw", kept.item().toJson().text())
                .append("problems", ProblemDocuments.write(kept.problems()))
                .append("receivedOn", kept.receivedOn().toString());
    }
}

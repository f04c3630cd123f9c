package nl.bereik.server.intake;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.store.BulkInsert;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Items as documents of the collection {@code quarantine}, their text as sent; {@code resolved} when they are. */
@Component
final class MongoQuarantine implements Quarantine {
    private static final String RESOLVED = "resolved";

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
        return collection()
                .flatMap(collection -> BulkInsert.into(collection, documents))
                .map(result ->
                        result.failures().stream().map(i -> items.get(i).id()).collect(Collectors.toUnmodifiableSet()))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<QuarantinedItem> waiting() {
        return collection()
                .flatMapMany(collection -> collection.find(exists(RESOLVED, false)))
                .map(MongoQuarantine::toItem)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> resolve(QuarantinedItem item, ItemOutcome outcome) {
        Document resolved =
                new Document("v", outcome.verdict().name()).append("p", ProblemDocuments.write(outcome.problems()));
        return collection()
                .flatMap(collection -> Mono.from(collection.updateOne(eq(item.id()), Updates.set(RESOLVED, resolved))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Flux<ItemOutcome> resolved(String install) {
        return collection()
                .flatMapMany(collection -> collection
                        .find(and(eq("install", install), exists(RESOLVED)))
                        .projection(Projections.include("opId", RESOLVED)))
                .map(found -> {
                    Document resolved = found.get(RESOLVED, Document.class);
                    return new ItemOutcome(
                            found.getString("opId"),
                            Verdict.valueOf(resolved.getString("v")),
                            ProblemDocuments.read(resolved.getList("p", Document.class)));
                })
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<Kept> kept() {
        return collection()
                .flatMapMany(quarantine -> quarantine.find().projection(Projections.include("opId", "receivedOn")))
                .map(found -> {
                    String id = found.getString("_id");
                    return new Kept(
                            id,
                            UUID.fromString(found.getString("opId")),
                            ContentHash.parse(id.substring(id.lastIndexOf('/') + 1)),
                            LocalDate.parse(found.getString("receivedOn")));
                })
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Long> remove(Collection<String> ids) {
        return collection()
                .flatMap(quarantine -> Mono.from(quarantine.deleteMany(in("_id", ids))))
                .map(DeleteResult::getDeletedCount)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static Document toDocument(QuarantinedItem kept) {
        return new Document("_id", kept.id())
                .append("install", kept.install())
                .append("team", kept.team())
                .append("opId", kept.item().opId().toString())
                .append("raw", kept.item().toJson().text())
                .append("verdict", kept.verdict().name())
                .append("problems", ProblemDocuments.write(kept.problems()))
                .append("receivedOn", kept.receivedOn().toString());
    }

    private static QuarantinedItem toItem(Document document) {
        return new QuarantinedItem(
                document.getString("install"),
                document.getString("team"),
                PushItem.fromJson(Json.readObject(document.getString("raw"))),
                Verdict.valueOf(document.getString("verdict")),
                ProblemDocuments.read(document.getList("problems", Document.class)),
                LocalDate.parse(document.getString("receivedOn")));
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("quarantine");
    }
}

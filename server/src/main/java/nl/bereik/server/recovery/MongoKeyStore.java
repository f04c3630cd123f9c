package nl.bereik.server.recovery;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoCollection;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.server.store.DuplicateKey;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The key as the one document of the collection {@code recovery}. */
@Component
final class MongoKeyStore implements KeyStore {
    private static final String ID = "key";

    private final ReactiveMongoTemplate template;

    MongoKeyStore(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<JsonObject> keyOr(JsonObject fresh) {
        return template.getCollection("recovery")
                .flatMap(recovery -> find(recovery)
                        .switchIfEmpty(Mono.defer(() -> insert(recovery, fresh).then(find(recovery)))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static Mono<JsonObject> find(MongoCollection<Document> recovery) {
        return Mono.from(recovery.find(eq(ID)).first()).map(found -> Json.readObject(found.getString("jwk")));
    }

    private static Mono<Void> insert(MongoCollection<Document> recovery, JsonObject fresh) {
        return Mono.from(recovery.insertOne(new Document("_id", ID).append("jwk", fresh.text())))
                .onErrorComplete(DuplicateKey::is)
                .then();
    }
}

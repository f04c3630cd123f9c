package nl.bereik.server.signature;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import nl.bereik.server.BereikProperties;
import nl.bereik.server.store.DuplicateKey;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nonces as the ids of the collection {@code nonces}. */
@Component
final class MongoNonceStore implements NonceStore {
    private final ReactiveMongoTemplate template;
    private final boolean shared;

    MongoNonceStore(ReactiveMongoTemplate template, BereikProperties properties) {
        this.template = template;
        this.shared = properties.mongo().uri() != null;
    }

    @Override
    public boolean isShared() {
        return shared;
    }

    @Override
    public Mono<Boolean> use(String nonce, Instant until) {
        Document document = new Document("_id", nonce).append("until", Date.from(until));
        return nonces().flatMap(nonces -> Mono.from(nonces.insertOne(document)))
                .thenReturn(true)
                .onErrorReturn(DuplicateKey::is, false)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> forget(Instant now) {
        return nonces().flatMap(nonces -> Mono.from(nonces.deleteMany(Filters.lte("until", Date.from(now)))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    private Mono<MongoCollection<Document>> nonces() {
        return template.getCollection("nonces");
    }
}

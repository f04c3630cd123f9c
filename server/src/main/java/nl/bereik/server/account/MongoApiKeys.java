package nl.bereik.server.account;

import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** API keys in the collection {@value #COLLECTION}, one document each, under their hash. */
@Component
class MongoApiKeys implements ApiKeys {
    static final String COLLECTION = "apiKeys";

    private final ReactiveMongoTemplate mongo;

    MongoApiKeys(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Void> add(String keyHash, String account) {
        return mongo.insert(new Document("_id", keyHash).append("account", account), COLLECTION)
                .onErrorResume(DuplicateKeyException.class, isThere -> Mono.empty())
                .onErrorMap(DataAccessException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<String> accountOf(String keyHash) {
        return mongo.findById(keyHash, Document.class, COLLECTION)
                .map(document -> document.getString("account"))
                .onErrorMap(DataAccessException.class, StoreUnavailableException::new);
    }
}

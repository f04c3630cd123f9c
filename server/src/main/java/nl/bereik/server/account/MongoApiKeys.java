package nl.bereik.server.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoCollection;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
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

    @Override
    public Flux<String> of(String account) {
        return hashes(account).map(ApiKeys::id);
    }

    @Override
    public Mono<Void> remove(String account, String id) {
        return hashes(account)
                .filter(hash -> ApiKeys.id(hash).equals(id))
                .collectList()
                .flatMap(found -> collection().flatMap(keys -> Mono.from(keys.deleteMany(in("_id", found)))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Void> removeAll(String account) {
        return collection()
                .flatMap(keys -> Mono.from(keys.deleteMany(and(eq("account", account)))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    private Flux<String> hashes(String account) {
        return collection()
                .flatMapMany(keys -> Flux.from(keys.find(eq("account", account))))
                .map(document -> document.getString("_id"))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private Mono<MongoCollection<Document>> collection() {
        return mongo.getCollection(COLLECTION);
    }
}

package nl.bereik.server.publish;

import com.mongodb.MongoException;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import nl.bereik.server.store.DuplicateKey;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Releases as documents of the collection {@code releases}, {@code _id} the number. */
@Component
final class MongoReleaseStore implements ReleaseStore {
    private final ReactiveMongoTemplate template;

    MongoReleaseStore(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Flux<StoredRelease> all() {
        return collection()
                .flatMapMany(releases -> releases.find().sort(Sorts.ascending("_id")))
                .map(ReleaseDocument::read)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Boolean> add(StoredRelease release) {
        return collection()
                .flatMap(releases -> Mono.from(releases.insertOne(ReleaseDocument.of(release))))
                .map(inserted -> true)
                .onErrorReturn(DuplicateKey::is, false)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("releases");
    }
}

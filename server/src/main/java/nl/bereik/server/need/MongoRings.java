package nl.bereik.server.need;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Map;
import nl.bereik.server.store.StoreUnavailableException;
import nl.bereik.server.store.Upsert;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts as documents of the collection {@code needRings}, {@code _id} the team. */
@Component
final class MongoRings implements Rings {
    private static final String COUNT = "count";
    private static final UpdateOptions OR_INSERT = new UpdateOptions().upsert(true);

    private final ReactiveMongoTemplate template;

    MongoRings(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<Void> add(String team) {
        return collection()
                .flatMap(rings -> Mono.from(rings.updateOne(eq(team), Updates.inc(COUNT, 1L), OR_INSERT)))
                .retryWhen(Upsert.onceMore())
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Map<String, Long>> counts() {
        return collection()
                .flatMapMany(MongoCollection::find)
                .collectMap(ring -> ring.getString("_id"), ring -> ring.getLong(COUNT))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("needRings");
    }
}

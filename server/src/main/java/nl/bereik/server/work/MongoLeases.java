package nl.bereik.server.work;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoException;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import nl.bereik.server.store.DuplicateKey;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Leases as documents of the collection {@code leases}, {@code _id} the work. */
@Component
final class MongoLeases implements Leases {
    private final ReactiveMongoTemplate template;

    MongoLeases(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<Boolean> take(String work, String holder, Instant now, Instant until) {
        Document fresh = new Document("_id", work).append("holder", holder).append("until", Date.from(until));
        return leases().flatMap(
                        leases -> update(leases, and(eq(work), lte("until", Date.from(now))), change(holder, until))
                                .flatMap(taken -> taken ? Mono.just(true) : insert(leases, fresh)))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Boolean> extend(String work, String holder, Instant until) {
        return leases().flatMap(leases -> update(leases, and(eq(work), eq("holder", holder)), change(holder, until)))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static Bson change(String holder, Instant until) {
        return Updates.combine(Updates.set("holder", holder), Updates.set("until", Date.from(until)));
    }

    private static Mono<Boolean> update(MongoCollection<Document> leases, Bson which, Bson change) {
        return Mono.from(leases.updateOne(which, change)).map(result -> result.getMatchedCount() == 1);
    }

    private static Mono<Boolean> insert(MongoCollection<Document> leases, Document fresh) {
        return Mono.from(leases.insertOne(fresh)).thenReturn(true).onErrorReturn(DuplicateKey::is, false);
    }

    private Mono<MongoCollection<Document>> leases() {
        return template.getCollection("leases");
    }
}

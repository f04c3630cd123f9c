package nl.bereik.server.wipe;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.MongoException;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import nl.bereik.server.store.DuplicateKey;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Orders as documents of the collection {@code wipeOrders}, by phone. */
@Component
final class MongoWipeOrders implements WipeOrders {
    private final ReactiveMongoTemplate template;

    MongoWipeOrders(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<Void> add(WipeOrder order) {
        Document document = new Document("_id", order.phone())
                .append("token", order.token())
                .append("orderedAt", Date.from(order.orderedAt()));
        return collection()
                .flatMap(orders -> Mono.from(orders.insertOne(document)))
                .onErrorComplete(DuplicateKey::is)
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<WipeOrder> find(String phone) {
        return collection()
                .flatMap(orders -> Mono.from(orders.find(eq(phone)).first()))
                .map(MongoWipeOrders::toOrder)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<WipeOrder> all() {
        return collection()
                .flatMapMany(MongoCollection::find)
                .map(MongoWipeOrders::toOrder)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Boolean> confirm(String phone, String token, Instant at) {
        return find(phone)
                .filter(order -> Tokens.same(order.token(), token))
                .flatMap(order -> collection()
                        .flatMap(orders -> Mono.from(orders.updateOne(
                                and(eq(phone), exists("confirmedAt", false)),
                                Updates.set("confirmedAt", Date.from(at))))))
                .hasElement()
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("wipeOrders");
    }

    private static WipeOrder toOrder(Document document) {
        Date confirmedAt = document.getDate("confirmedAt");
        return new WipeOrder(
                document.getString("_id"),
                document.getString("token"),
                document.getDate("orderedAt").toInstant(),
                confirmedAt == null ? null : confirmedAt.toInstant());
    }
}

package nl.bereik.server.push;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.MongoException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import nl.bereik.protocol.push.Platform;
import nl.bereik.server.store.StoreUnavailableException;
import nl.bereik.server.store.Upsert;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tokens as documents of the collection {@code pushTokens}, {@code _id} the install. */
@Component
final class MongoPushTokens implements PushTokens {
    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final ReactiveMongoTemplate template;

    MongoPushTokens(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<Void> keep(PushAddress address) {
        return collection()
                .flatMap(tokens -> Mono.from(tokens.replaceOne(eq(address.install()), toDocument(address), OR_INSERT))
                        .retryWhen(Upsert.onceMore())
                        .then(Mono.from(tokens.deleteMany(
                                and(eq("token", address.token().text()), ne("_id", address.install()))))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<PushAddress> of(String install) {
        return collection()
                .flatMap(tokens -> Mono.from(tokens.find(eq(install)).first()))
                .map(MongoPushTokens::toAddress)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<PushAddress> ofHolder(String account) {
        return collection()
                .flatMapMany(tokens -> tokens.find(eq("holder", account)))
                .map(MongoPushTokens::toAddress)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> remove(String install) {
        return delete(eq(install)).then();
    }

    @Override
    public Mono<Void> removeOfPhone(String phone) {
        return delete(eq("phone", phone)).then();
    }

    @Override
    public Mono<Boolean> forget(PushAddress address) {
        return delete(and(eq(address.install()), eq("token", address.token().text())))
                .map(count -> count > 0);
    }

    private Mono<Long> delete(Bson which) {
        return collection()
                .flatMap(tokens -> Mono.from(tokens.deleteMany(which)))
                .map(result -> result.getDeletedCount())
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("pushTokens");
    }

    private static Document toDocument(PushAddress address) {
        Document document = new Document("_id", address.install())
                .append("phone", address.phone())
                .append("token", address.token().text())
                .append("platform", address.token().platform().name());
        if (address.holder() != null) {
            document.append("holder", address.holder());
        }
        return document;
    }

    private static PushAddress toAddress(Document document) {
        return new PushAddress(
                document.getString("_id"),
                document.getString("phone"),
                document.getString("holder"),
                new PushToken(document.getString("token"), Platform.valueOf(document.getString("platform"))));
    }
}

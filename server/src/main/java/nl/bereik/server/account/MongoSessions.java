package nl.bereik.server.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sessions as documents of the collection {@code sessions}. */
@Component
class MongoSessions implements Sessions {
    private final ReactiveMongoTemplate template;

    MongoSessions(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<Void> add(Session session, Instant forgetBefore) {
        Document document = new Document("_id", session.id())
                .append("account", session.account())
                .append("stamp", session.stamp())
                .append("codeGiven", session.codeGiven())
                .append("beganAt", Date.from(session.beganAt()))
                .append("seenAt", Date.from(session.seenAt()));
        return collection()
                .flatMap(sessions -> Mono.from(sessions.insertOne(document))
                        .then(Mono.from(sessions.deleteMany(
                                and(eq("account", session.account()), lt("beganAt", Date.from(forgetBefore)))))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Session> find(String id) {
        return collection()
                .flatMap(sessions -> Mono.from(sessions.find(eq(id)).first()))
                .map(MongoSessions::session)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> seen(String id, Instant at) {
        return collection()
                .flatMap(sessions -> Mono.from(sessions.updateOne(eq(id), Updates.set("seenAt", Date.from(at)))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Void> end(String id) {
        return collection()
                .flatMap(sessions -> Mono.from(sessions.deleteOne(eq(id))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("sessions");
    }

    private static Session session(Document document) {
        return new Session(
                document.getString("_id"),
                document.getString("account"),
                document.getLong("stamp"),
                document.getBoolean("codeGiven", false),
                document.getDate("beganAt").toInstant(),
                document.getDate("seenAt").toInstant());
    }
}

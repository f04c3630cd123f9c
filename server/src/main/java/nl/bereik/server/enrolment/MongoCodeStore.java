package nl.bereik.server.enrolment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoException;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Codes as documents of the collection {@code enrolmentCodes}. */
@Component
final class MongoCodeStore implements CodeStore {
    private final ReactiveMongoTemplate template;

    MongoCodeStore(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<Void> add(StoredCode code) {
        Document document = new Document("_id", code.hash()).append("team", code.team());
        if (code.holder() != null) {
            document.append("holder", code.holder());
        }
        if (code.expiresAt() != null) {
            document.append("expiresAt", Date.from(code.expiresAt()));
        }
        if (code.usedBy() != null) {
            document.append("usedBy", code.usedBy());
        }
        return collection()
                .flatMap(codes -> Mono.from(codes.insertOne(document)))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<StoredCode> use(String hash, String installId, Instant now) {
        return collection()
                .flatMap(codes -> Mono.from(codes.updateOne(
                                and(
                                        eq(hash),
                                        exists("usedBy", false),
                                        or(exists("expiresAt", false), gt("expiresAt", Date.from(now)))),
                                Updates.set("usedBy", installId)))
                        .then(Mono.from(codes.find(eq(hash)).first())))
                .map(MongoCodeStore::toCode)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Long> expiredBefore(Instant moment) {
        return collection()
                .flatMap(codes -> Mono.from(codes.countDocuments(lt("expiresAt", Date.from(moment)))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Long> removeExpiredBefore(Instant moment) {
        return collection()
                .flatMap(codes -> Mono.from(codes.deleteMany(lt("expiresAt", Date.from(moment)))))
                .map(DeleteResult::getDeletedCount)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("enrolmentCodes");
    }

    private static StoredCode toCode(Document document) {
        Date expiresAt = document.getDate("expiresAt");
        return new StoredCode(
                document.getString("_id"),
                document.getString("team"),
                document.getString("holder"),
                expiresAt == null ? null : expiresAt.toInstant(),
                document.getString("usedBy"));
    }
}

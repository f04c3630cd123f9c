package nl.bereik.server.install;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.server.store.DuplicateKey;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Installs as documents of the collection {@code installs}. */
@Component
final class MongoInstalls implements Installs {
    private final ReactiveMongoTemplate template;

    MongoInstalls(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<Void> add(Install install) {
        return collection()
                .flatMap(installs -> Mono.from(installs.insertOne(toDocument(install))))
                .onErrorComplete(DuplicateKey::is)
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Install> find(String id) {
        return collection()
                .flatMap(installs -> Mono.from(installs.find(eq(id)).first()))
                .map(MongoInstalls::toInstall)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<Install> all() {
        return collection()
                .flatMapMany(MongoCollection::find)
                .map(MongoInstalls::toInstall)
                .sort(Comparator.comparing(Install::enrolledAt).reversed().thenComparing(Install::id))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<Install> ofTeam(String team) {
        return collection()
                .flatMapMany(installs -> installs.find(eq("team", team)))
                .map(MongoInstalls::toInstall)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Boolean> approve(String id) {
        return update(eq(id), Updates.unset("awaitsApproval"));
    }

    @Override
    public Mono<Void> sealTo(String id, SealKey key) {
        return update(and(eq(id), exists("sealKey", false)), Updates.set("sealKey", key.text()))
                .then();
    }

    private Mono<Boolean> update(Bson which, Bson change) {
        return collection()
                .flatMap(installs -> Mono.from(installs.updateOne(which, change)))
                .map(result -> result.getMatchedCount() > 0)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Boolean> revoke(String id, Instant at) {
        return find(id).flatMap(install -> collection()
                        .flatMap(installs -> Mono.from(installs.updateMany(
                                and(in("_id", id, install.phone()), exists("revokedAt", false)),
                                Updates.set("revokedAt", Date.from(at))))))
                .hasElement()
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> seen(String id, LocalDate on) {
        return collection()
                .flatMap(installs -> Mono.from(installs.updateOne(eq(id), Updates.set("lastSeenOn", on.toString()))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("installs");
    }

    private static Document toDocument(Install install) {
        Document document = new Document("_id", install.id())
                .append("team", install.team())
                .append("publicKey", install.publicKey().text())
                .append("enrolledAt", Date.from(install.enrolledAt()));
        if (install.renews() != null) {
            document.append("renews", install.renews());
        }
        if (install.lastSeenOn() != null) {
            document.append("lastSeenOn", install.lastSeenOn().toString());
        }
        if (install.revokedAt() != null) {
            document.append("revokedAt", Date.from(install.revokedAt()));
        }
        if (install.sealKey() != null) {
            document.append("sealKey", install.sealKey().text());
        }
        if (install.holder() != null) {
            document.append("holder", install.holder());
        }
        if (install.awaitsApproval()) {
            document.append("awaitsApproval", true);
        }
        return document;
    }

    private static Install toInstall(Document document) {
        String lastSeenOn = document.getString("lastSeenOn");
        Date revokedAt = document.getDate("revokedAt");
        String sealKey = document.getString("sealKey");
        return new Install(
                document.getString("_id"),
                document.getString("team"),
                Json.readObject(document.getString("publicKey")),
                document.getString("renews"),
                document.getDate("enrolledAt").toInstant(),
                lastSeenOn == null ? null : LocalDate.parse(lastSeenOn),
                revokedAt == null ? null : revokedAt.toInstant(),
                sealKey == null ? null : new SealKey(sealKey),
                document.getString("holder"),
                document.getBoolean("awaitsApproval", false));
    }
}

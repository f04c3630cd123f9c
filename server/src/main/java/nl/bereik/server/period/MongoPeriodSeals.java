package nl.bereik.server.period;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.store.DuplicateKey;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Seals as documents of the collection {@code periods}, {@code _id} the half-year's name. */
@Component
final class MongoPeriodSeals implements PeriodSeals {
    private static final String DONE = "done";

    private final ReactiveMongoTemplate template;

    MongoPeriodSeals(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Flux<PeriodSeal> all() {
        return collection()
                .flatMapMany(MongoCollection::find)
                .map(MongoPeriodSeals::toSeal)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<PeriodSeal> begin(ReportingPeriod halfYear, String by, Instant at) {
        Document document = new Document("_id", halfYear.name())
                .append("by", by)
                .append("at", Date.from(at))
                .append(DONE, false);
        return collection()
                .flatMap(periods -> Mono.from(periods.insertOne(document))
                        .then()
                        .onErrorComplete(DuplicateKey::is)
                        .then(Mono.from(periods.find(eq(halfYear.name())).first())))
                .map(MongoPeriodSeals::toSeal)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> finish(ReportingPeriod halfYear) {
        return collection()
                .flatMap(periods -> Mono.from(periods.updateOne(eq(halfYear.name()), Updates.set(DONE, true))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    private static PeriodSeal toSeal(Document document) {
        return new PeriodSeal(
                ReportingPeriod.parse(document.getString("_id")),
                document.getString("by"),
                document.getDate("at").toInstant(),
                document.getBoolean(DONE, false));
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("periods");
    }
}

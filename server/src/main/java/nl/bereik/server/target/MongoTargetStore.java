package nl.bereik.server.target;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.LocalDate;
import java.util.function.Function;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.target.TargetFigure;
import nl.bereik.protocol.target.TargetProgress;
import nl.bereik.server.store.DuplicateKey;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Targets as documents of the collection {@code targets}, {@code _id} the id of the key; days as ISO text. */
@Component
final class MongoTargetStore implements TargetStore {
    private static final String REGION = "region";
    private static final String NUMBER = "number";
    private static final String COUNTED = "counted";
    private static final String THROUGH = "through";
    private static final String COUNTED_ON = "countedOn";

    private final ReactiveMongoTemplate template;

    MongoTargetStore(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Flux<Target> of(String region) {
        return collection()
                .flatMapMany(targets -> targets.find(eq(REGION, region)))
                .map(MongoTargetStore::read)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Target> find(TargetKey key) {
        return on(targets -> Mono.from(targets.find(eq(key.id())).first())).map(MongoTargetStore::read);
    }

    @Override
    public Mono<Boolean> add(Target target) {
        return on(targets ->
                Mono.from(targets.insertOne(write(target))).thenReturn(true).onErrorReturn(DuplicateKey::is, false));
    }

    @Override
    public Mono<Boolean> change(TargetKey key, long number) {
        return on(targets -> Mono.from(targets.updateOne(eq(key.id()), set(NUMBER, number))))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Boolean> remove(TargetKey key) {
        return on(targets -> Mono.from(targets.deleteOne(eq(key.id())))).map(result -> result.getDeletedCount() == 1);
    }

    @Override
    public Mono<Void> count(TargetKey key, long counted, LocalDate through, LocalDate on) {
        return on(targets -> Mono.from(targets.updateOne(
                        and(eq(key.id()), lte(COUNTED_ON, on.toString())),
                        combine(
                                set(COUNTED, counted),
                                set(THROUGH, through.toString()),
                                set(COUNTED_ON, on.toString())))))
                .then();
    }

    private <T> Mono<T> on(Function<MongoCollection<Document>, Mono<T>> work) {
        return collection().flatMap(work).onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("targets");
    }

    private static Document write(Target target) {
        TargetKey key = target.key();
        return new Document("_id", key.id())
                .append(REGION, key.region())
                .append("period", key.period().name())
                .append("figure", key.figure().name())
                .append(NUMBER, target.progress().number())
                .append(COUNTED, target.progress().counted())
                .append(THROUGH, target.progress().through().toString())
                .append(COUNTED_ON, target.countedOn().toString());
    }

    private static Target read(Document document) {
        TargetKey key = new TargetKey(
                document.getString(REGION),
                ReportingPeriod.parse(document.getString("period")),
                TargetFigure.valueOf(document.getString("figure")));
        TargetProgress progress = new TargetProgress(
                key.period(),
                key.figure(),
                document.getLong(NUMBER),
                document.getLong(COUNTED),
                LocalDate.parse(document.getString(THROUGH)));
        return new Target(key, progress, LocalDate.parse(document.getString(COUNTED_ON)));
    }
}

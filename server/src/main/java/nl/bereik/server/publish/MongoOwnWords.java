package nl.bereik.server.publish;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.EnumMap;
import java.util.Map;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Words as documents of the collection {@code reportWords}, {@code _id} the period, a space and the chapter. */
@Component
final class MongoOwnWords implements OwnWords {
    private final ReactiveMongoTemplate template;

    MongoOwnWords(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<Map<Chapter, String>> of(ReportingPeriod period) {
        return Flux.fromArray(Chapter.values())
                .concatMap(chapter -> collection()
                        .flatMap(words ->
                                Mono.from(words.find(eq(id(period, chapter))).first()))
                        .map(found -> Map.entry(chapter, found.getString("text"))))
                .collect(
                        () -> (Map<Chapter, String>) new EnumMap<Chapter, String>(Chapter.class),
                        (all, each) -> all.put(each.getKey(), each.getValue()))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> put(ReportingPeriod period, Chapter chapter, String text) {
        String id = id(period, chapter);
        return collection()
                .flatMap(words -> text.isBlank()
                        ? Mono.from(words.deleteOne(eq(id))).then()
                        : Mono.from(words.replaceOne(
                                        eq(id),
                                        new Document("_id", id).append("text", text.strip()),
                                        new ReplaceOptions().upsert(true)))
                                .then())
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static String id(ReportingPeriod period, Chapter chapter) {
        return period.name() + " " + chapter;
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("reportWords");
    }
}

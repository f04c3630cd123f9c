package nl.bereik.server.publish;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.EnumMap;
import java.util.Map;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.store.DuplicateKey;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
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
    public Mono<Boolean> replace(ReportingPeriod period, Chapter chapter, String before, String text) {
        String id = id(period, chapter);
        String kept = text.strip();
        return collection()
                .flatMap(words -> write(words, id, before, kept).then(stands(words, id)))
                .map(kept::equals)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    /** Does nothing when something else stands there than before. */
    private static Mono<Void> write(MongoCollection<Document> words, String id, String before, String kept) {
        if (before.isBlank()) {
            return kept.isEmpty()
                    ? Mono.empty()
                    : Mono.from(words.insertOne(new Document("_id", id).append("text", kept)))
                            .onErrorComplete(DuplicateKey::is)
                            .then();
        }
        Bson asBefore = and(eq(id), eq("text", before));
        return kept.isEmpty()
                ? Mono.from(words.deleteOne(asBefore)).then()
                : Mono.from(words.updateOne(asBefore, set("text", kept))).then();
    }

    private static Mono<String> stands(MongoCollection<Document> words, String id) {
        return Mono.from(words.find(eq(id)).first())
                .map(found -> found.getString("text"))
                .defaultIfEmpty("");
    }

    private static String id(ReportingPeriod period, Chapter chapter) {
        return period.name() + " " + chapter;
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("reportWords");
    }
}

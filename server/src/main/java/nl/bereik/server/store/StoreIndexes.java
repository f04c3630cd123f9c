package nl.bereik.server.store;

import com.mongodb.MongoException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The secondary indexes, made at start. */
@Component
public final class StoreIndexes implements InitializingBean {
    private final ReactiveMongoTemplate template;

    StoreIndexes(ReactiveMongoTemplate template) {
        this.template = template;
    }

    /** Of the collection {@code contacts}. */
    public static List<IndexModel> ofContacts() {
        return List.of(
                new IndexModel(Indexes.ascending("team", "days")),
                new IndexModel(Indexes.ascending("uncounted"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("noted"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("late"), new IndexOptions().sparse(true)));
    }

    /** Of the collection {@code needs}. */
    public static List<IndexModel> ofNeeds() {
        return List.of(
                new IndexModel(Indexes.ascending("open"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("closed"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("teamDay")),
                new IndexModel(Indexes.ascending("uncounted"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("lateFor"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("alerting"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("ruled"), new IndexOptions().sparse(true)));
    }

    /** Of the collection {@code events}. */
    public static List<IndexModel> ofEvents() {
        return List.of(
                new IndexModel(Indexes.ascending("teamDay")),
                new IndexModel(Indexes.ascending("uncounted"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("trajectory"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("continues"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("toldBy"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("startOf"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("need"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("late"), new IndexOptions().sparse(true)));
    }

    /** Of the collection {@code tallies}. */
    public static List<IndexModel> ofTallies() {
        return List.of(new IndexModel(Indexes.ascending("runs")), new IndexModel(Indexes.ascending("day")));
    }

    @Override
    public void afterPropertiesSet() {
        Flux.concat(
                        indexed("contacts", ofContacts()),
                        indexed("needs", ofNeeds()),
                        indexed("events", ofEvents()),
                        indexed("tallies", ofTallies()))
                .then()
                .onErrorMap(
                        MongoException.class,
                        e -> new StartUpException(
                                "the MongoDB of bereik.mongo.uri does not answer: "
                                        + e.getClass().getSimpleName(),
                                e))
                .block();
    }

    private Flux<String> indexed(String collection, List<IndexModel> indexes) {
        return template.getCollection(collection).flatMapMany(found -> Flux.from(found.createIndexes(indexes)));
    }
}

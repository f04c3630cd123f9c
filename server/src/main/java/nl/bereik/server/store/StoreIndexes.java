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

    @Override
    public void afterPropertiesSet() {
        template.getCollection("contacts")
                .flatMapMany(contacts -> Flux.from(contacts.createIndexes(ofContacts())))
                .then()
                .onErrorMap(
                        MongoException.class,
                        e -> new StartUpException(
                                "the MongoDB of bereik.mongo.uri does not answer: "
                                        + e.getClass().getSimpleName(),
                                e))
                .block();
    }
}

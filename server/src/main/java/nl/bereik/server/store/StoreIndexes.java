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

/** The secondary indexes, made at start; the embedded store has none and scans. */
@Component
final class StoreIndexes implements InitializingBean {
    private final StoreHost host;
    private final ReactiveMongoTemplate template;

    StoreIndexes(StoreHost host, ReactiveMongoTemplate template) {
        this.host = host;
        this.template = template;
    }

    @Override
    public void afterPropertiesSet() {
        if (host.isEmbedded()) {
            return;
        }
        template.getCollection("contacts")
                .flatMapMany(contacts -> Flux.from(contacts.createIndexes(List.of(
                        new IndexModel(Indexes.ascending("team", "days")),
                        new IndexModel(Indexes.ascending("uncounted"), new IndexOptions().sparse(true))))))
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

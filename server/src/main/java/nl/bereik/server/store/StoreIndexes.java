package nl.bereik.server.store;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The secondary indexes, made at start; the embedded store takes note of them and scans all the same. */
@Component
final class StoreIndexes implements InitializingBean {
    private final ReactiveMongoTemplate template;

    StoreIndexes(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public void afterPropertiesSet() {
        template.getCollection("contacts")
                .flatMapMany(contacts -> Flux.from(contacts.createIndexes(List.of(
                        new IndexModel(Indexes.ascending("team", "on")),
                        new IndexModel(Indexes.ascending("uncounted"), new IndexOptions().sparse(true))))))
                .then()
                .block();
    }
}

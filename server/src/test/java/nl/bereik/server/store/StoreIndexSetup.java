package nl.bereik.server.store;

import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Makes the indexes of a database. */
public final class StoreIndexSetup {
    private StoreIndexSetup() {}

    public static void on(ReactiveMongoTemplate template) {
        new StoreIndexes(template).afterPropertiesSet();
    }
}

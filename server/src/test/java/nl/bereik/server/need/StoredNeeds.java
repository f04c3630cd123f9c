package nl.bereik.server.need;

import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Makes the needs of a database. */
public final class StoredNeeds {
    private StoredNeeds() {}

    public static NeedStore over(ReactiveMongoTemplate template) {
        return new MongoNeedStore(template);
    }
}

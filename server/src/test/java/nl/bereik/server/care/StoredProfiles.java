package nl.bereik.server.care;

import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Makes the profiles of a database. */
public final class StoredProfiles {
    private StoredProfiles() {}

    public static CareProfiles over(ReactiveMongoTemplate template) {
        return new MongoCareProfiles(template);
    }
}

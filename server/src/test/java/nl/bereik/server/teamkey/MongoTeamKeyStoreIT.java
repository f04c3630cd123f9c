package nl.bereik.server.teamkey;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoTeamKeyStoreIT extends TeamKeyStoreContract {
    private final TestStore database = new TestStore();
    private final TeamKeyStore store = new MongoTeamKeyStore(database.template());

    @Override
    TeamKeyStore store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

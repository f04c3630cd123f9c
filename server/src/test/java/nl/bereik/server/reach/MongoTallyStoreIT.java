package nl.bereik.server.reach;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoTallyStoreIT extends TallyStoreContract {
    private final TestStore database = new TestStore();
    private final TallyStore store = new MongoTallyStore(database.template());

    @Override
    TallyStore store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

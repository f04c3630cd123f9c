package nl.bereik.server.publish;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoReleaseStoreIT extends ReleaseStoreContract {
    private final TestStore database = new TestStore();
    private final ReleaseStore store = new MongoReleaseStore(database.template());

    @Override
    ReleaseStore store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

package nl.bereik.server.need;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoNeedStoreIT extends NeedStoreContract {
    private final TestStore database = new TestStore();
    private final NeedStore store = new MongoNeedStore(database.template());

    @Override
    NeedStore store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

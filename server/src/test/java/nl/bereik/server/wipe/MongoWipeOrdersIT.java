package nl.bereik.server.wipe;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoWipeOrdersIT extends WipeOrdersContract {
    private final TestStore database = new TestStore();
    private final WipeOrders store = new MongoWipeOrders(database.template());

    @Override
    WipeOrders store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

package nl.bereik.server.contact;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoContactStoreIT extends ContactStoreContract {
    private final TestStore database = new TestStore();
    private final ContactStore store = new MongoContactStore(database.template());

    @Override
    ContactStore store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

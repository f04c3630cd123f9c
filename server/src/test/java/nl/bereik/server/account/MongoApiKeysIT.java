package nl.bereik.server.account;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoApiKeysIT extends ApiKeysContract {
    private final TestStore database = new TestStore();
    private final ApiKeys store = new MongoApiKeys(database.template());

    @Override
    ApiKeys store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

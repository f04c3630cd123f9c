package nl.bereik.server.account;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoSessionsIT extends SessionsContract {
    private final TestStore database = new TestStore();
    private final Sessions store = new MongoSessions(database.template());

    @Override
    Sessions store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

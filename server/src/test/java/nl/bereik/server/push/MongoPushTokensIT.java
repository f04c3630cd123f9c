package nl.bereik.server.push;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoPushTokensIT extends PushTokensContract {
    private final TestStore database = new TestStore();
    private final PushTokens store = new MongoPushTokens(database.template());

    @Override
    PushTokens store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

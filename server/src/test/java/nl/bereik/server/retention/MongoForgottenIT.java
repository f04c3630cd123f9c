package nl.bereik.server.retention;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoForgottenIT extends ForgottenContract {
    private final TestStore database = new TestStore();
    private final Forgotten port = new MongoForgotten(database.template());

    @Override
    Forgotten forgotten() {
        return port;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

package nl.bereik.server.intake;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoQuarantineIT extends QuarantineContract {
    private final TestStore database = new TestStore();
    private final Quarantine store = new MongoQuarantine(database.template());

    @Override
    Quarantine store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

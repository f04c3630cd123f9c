package nl.bereik.server.need;

import java.io.IOException;
import java.util.SplittableRandom;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoAlertOutboxIT extends AlertOutboxContract {
    private final TestStore database = new TestStore();
    private final NeedStore store = new MongoNeedStore(database.template());
    private final AlertOutbox outbox = new MongoAlertOutbox(database.template(), new SplittableRandom(1));

    @Override
    NeedStore store() {
        return store;
    }

    @Override
    AlertOutbox outbox() {
        return outbox;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

package nl.bereik.server.target;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoTargetStoreIT extends TargetStoreContract {
    private final TestStore database = new TestStore();
    private final TargetStore targets = new MongoTargetStore(database.template());

    @Override
    TargetStore targets() {
        return targets;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

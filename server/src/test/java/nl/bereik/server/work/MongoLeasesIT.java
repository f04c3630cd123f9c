package nl.bereik.server.work;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoLeasesIT extends LeasesContract {
    private final TestStore database = new TestStore();
    private final Leases port = new MongoLeases(database.template());

    @Override
    Leases leases() {
        return port;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

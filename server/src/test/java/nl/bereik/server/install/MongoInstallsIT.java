package nl.bereik.server.install;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoInstallsIT extends InstallsContract {
    private final TestStore database = new TestStore();
    private final Installs store = new MongoInstalls(database.template());

    @Override
    Installs store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

package nl.bereik.server.signature;

import java.io.IOException;
import java.nio.file.Path;
import nl.bereik.server.BereikProperties;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoNonceStoreIT extends NonceStoreContract {
    private final TestStore database = new TestStore();
    private final NonceStore store = new MongoNonceStore(
            database.template(), new BereikProperties(Path.of("unused"), new BereikProperties.Mongo(null), "team"));

    @Override
    NonceStore store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

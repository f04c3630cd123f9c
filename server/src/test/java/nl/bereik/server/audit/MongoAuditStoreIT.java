package nl.bereik.server.audit;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoAuditStoreIT extends AuditStoreContract {
    private final TestStore database = new TestStore();
    private final AuditStore store = new MongoAuditStore(database.template());

    @Override
    AuditStore store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

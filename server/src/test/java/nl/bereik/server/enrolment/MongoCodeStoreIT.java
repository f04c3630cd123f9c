package nl.bereik.server.enrolment;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoCodeStoreIT extends CodeStoreContract {
    private final TestStore database = new TestStore();
    private final CodeStore store = new MongoCodeStore(database.template());

    @Override
    CodeStore store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

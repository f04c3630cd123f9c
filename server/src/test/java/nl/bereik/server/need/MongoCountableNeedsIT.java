package nl.bereik.server.need;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoCountableNeedsIT extends CountableNeedsContract {
    private final TestStore database = new TestStore();
    private final NeedStore store = new MongoNeedStore(database.template());
    private final CountableNeeds countable = new MongoCountableNeeds(database.template());

    @Override
    NeedStore store() {
        return store;
    }

    @Override
    CountableNeeds countable() {
        return countable;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

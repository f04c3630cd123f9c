package nl.bereik.server.event;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoEventStoreIT extends EventStoreContract {
    private final TestStore database = new TestStore();
    private final EventStore store = new MongoEventStore(database.template());
    private final CountableEvents countable = new MongoCountableEvents(database.template());

    @Override
    EventStore store() {
        return store;
    }

    @Override
    CountableEvents countable() {
        return countable;
    }

    @Override
    TrajectorySteps steps() {
        return new MongoTrajectorySteps(database.template());
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

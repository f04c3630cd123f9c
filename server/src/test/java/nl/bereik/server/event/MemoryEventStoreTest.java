package nl.bereik.server.event;

final class MemoryEventStoreTest extends EventStoreContract {
    private final MemoryEventStore store = new MemoryEventStore();

    @Override
    EventStore store() {
        return store;
    }

    @Override
    CountableEvents countable() {
        return store;
    }

    @Override
    TrajectorySteps steps() {
        return store;
    }
}

package nl.bereik.server.reach;

final class MemoryTallyStoreTest extends TallyStoreContract {
    private final TallyStore store = new MemoryTallyStore();

    @Override
    TallyStore store() {
        return store;
    }
}

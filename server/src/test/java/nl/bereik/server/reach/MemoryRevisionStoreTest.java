package nl.bereik.server.reach;

final class MemoryRevisionStoreTest extends RevisionStoreContract {
    private final RevisionStore store = new MemoryRevisionStore();

    @Override
    RevisionStore store() {
        return store;
    }
}

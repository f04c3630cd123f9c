package nl.bereik.server.publish;

final class MemoryReleaseStoreTest extends ReleaseStoreContract {
    private final ReleaseStore store = new MemoryReleaseStore();

    @Override
    ReleaseStore store() {
        return store;
    }
}

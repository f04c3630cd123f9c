package nl.bereik.server.need;

final class MemoryNeedStoreTest extends NeedStoreContract {
    private final NeedStore store = new MemoryNeedStore();

    @Override
    NeedStore store() {
        return store;
    }
}

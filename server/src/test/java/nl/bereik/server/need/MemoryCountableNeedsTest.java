package nl.bereik.server.need;

final class MemoryCountableNeedsTest extends CountableNeedsContract {
    private final MemoryNeedStore store = new MemoryNeedStore();

    @Override
    NeedStore store() {
        return store;
    }

    @Override
    CountableNeeds countable() {
        return store;
    }
}

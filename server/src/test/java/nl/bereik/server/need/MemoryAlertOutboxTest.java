package nl.bereik.server.need;

final class MemoryAlertOutboxTest extends AlertOutboxContract {
    private final MemoryNeedStore store = new MemoryNeedStore();

    @Override
    NeedStore store() {
        return store;
    }

    @Override
    AlertOutbox outbox() {
        return store;
    }
}

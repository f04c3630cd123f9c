package nl.bereik.server.audit;

final class MemoryAuditStoreTest extends AuditStoreContract {
    private final AuditStore store = new MemoryAuditStore();

    @Override
    AuditStore store() {
        return store;
    }
}

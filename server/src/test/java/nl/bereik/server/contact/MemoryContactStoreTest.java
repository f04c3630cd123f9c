package nl.bereik.server.contact;

final class MemoryContactStoreTest extends ContactStoreContract {
    private final ContactStore store = new MemoryContactStore();

    @Override
    ContactStore store() {
        return store;
    }
}

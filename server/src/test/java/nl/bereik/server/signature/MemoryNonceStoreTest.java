package nl.bereik.server.signature;

final class MemoryNonceStoreTest extends NonceStoreContract {
    private final NonceStore store = new MemoryNonceStore(false);

    @Override
    NonceStore store() {
        return store;
    }
}

package nl.bereik.server.account;

final class MemoryApiKeysTest extends ApiKeysContract {
    private final ApiKeys store = new MemoryApiKeys();

    @Override
    ApiKeys store() {
        return store;
    }
}

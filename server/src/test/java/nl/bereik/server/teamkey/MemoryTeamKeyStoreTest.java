package nl.bereik.server.teamkey;

final class MemoryTeamKeyStoreTest extends TeamKeyStoreContract {
    private final TeamKeyStore store = new MemoryTeamKeyStore();

    @Override
    TeamKeyStore store() {
        return store;
    }
}

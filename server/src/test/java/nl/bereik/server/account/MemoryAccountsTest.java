package nl.bereik.server.account;

final class MemoryAccountsTest extends AccountsContract {
    private final Accounts store = new MemoryAccounts();

    @Override
    Accounts store() {
        return store;
    }
}

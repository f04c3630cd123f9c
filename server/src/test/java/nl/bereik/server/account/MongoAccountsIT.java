package nl.bereik.server.account;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoAccountsIT extends AccountsContract {
    private final TestStore database = new TestStore();
    private final Accounts store = new MongoAccounts(database.template());

    @Override
    Accounts store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

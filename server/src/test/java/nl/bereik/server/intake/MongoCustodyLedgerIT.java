package nl.bereik.server.intake;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoCustodyLedgerIT extends CustodyLedgerContract {
    private final TestStore database = new TestStore();
    private final CustodyLedger store = new MongoCustodyLedger(database.template());

    @Override
    CustodyLedger store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

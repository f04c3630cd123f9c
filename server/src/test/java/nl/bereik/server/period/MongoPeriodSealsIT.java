package nl.bereik.server.period;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoPeriodSealsIT extends PeriodSealsContract {
    private final TestStore database = new TestStore();
    private final PeriodSeals seals = new MongoPeriodSeals(database.template());

    @Override
    PeriodSeals seals() {
        return seals;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

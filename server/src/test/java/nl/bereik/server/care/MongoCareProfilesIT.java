package nl.bereik.server.care;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoCareProfilesIT extends CareProfilesContract {
    private final TestStore database = new TestStore();
    private final CareProfiles profiles = new MongoCareProfiles(database.template());

    @Override
    CareProfiles profiles() {
        return profiles;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

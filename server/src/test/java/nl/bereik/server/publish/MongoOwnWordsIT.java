package nl.bereik.server.publish;

import java.io.IOException;
import nl.bereik.server.store.TestStore;
import org.junit.jupiter.api.AfterEach;

final class MongoOwnWordsIT extends OwnWordsContract {
    private final TestStore database = new TestStore();
    private final OwnWords words = new MongoOwnWords(database.template());

    @Override
    OwnWords words() {
        return words;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}

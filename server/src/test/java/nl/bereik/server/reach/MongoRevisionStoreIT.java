package nl.bereik.server.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.contact.Counted;
import nl.bereik.server.store.TestStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MongoRevisionStoreIT extends RevisionStoreContract {
    private final TestStore database = new TestStore();
    private final RevisionStore store = new MongoRevisionStore(database.template());

    @Override
    RevisionStore store() {
        return store;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @Test
    void noIdOfWhatWasTakenInIsKept() {
        UUID id = new UUID(4, 2);
        RevisionPlan plan = new RevisionPlan(
                new Revision(1, ReportingPeriod.parse("2025S1"), 1, "anna", Instant.EPOCH, 1, List.of()),
                "a",
                false,
                List.of(),
                List.of(new Recount(Recount.Kind.CONTACT, id, Counted.NOWHERE)));
        store.propose(plan).block();
        store.begin(plan).block();
        assertThat(document()).contains(id.toString());
        store.finish(plan).block();
        assertThat(document()).contains("2025S1").doesNotContain(id.toString());
    }

    private String document() {
        return database.template()
                .findAll(Document.class, "revisions")
                .map(Document::toJson)
                .next()
                .blockOptional()
                .orElseThrow();
    }
}

package nl.bereik.server.audit;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Objects;
import java.util.Random;
import nl.bereik.server.audit.Verification.Broken;
import nl.bereik.server.audit.Verification.Fault;
import nl.bereik.server.store.TestStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** The documents themselves changed, as somebody who can write in the database does. */
class TamperedStoreIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-05-14T20:45:00.123Z"), ZoneOffset.UTC);
    private static final int ENTRIES = 12;

    private final TestStore database = new TestStore();
    private final AuditStore store = new MongoAuditStore(database.template());
    private final AuditTrail trail = new ChainedAuditTrail(store, CLOCK, new Random(1));
    private final AuditVerifier verifier = new AuditVerifier(store, CLOCK);

    @BeforeEach
    void fill() {
        for (int i = 0; i < ENTRIES; i++) {
            trail.note("anna", AuditAct.PHONE_REVOKED, "phone-" + i).block();
        }
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @Test
    void untouchedIsWholeAndSaidToBe() {
        AuditHead head = store.head().blockOptional().orElseThrow();
        assertThat(verify()).isEqualTo(new Verification.Whole(head));
        assertThat(store.lastVerification().block()).isEqualTo(new LastVerification(CLOCK.instant(), ENTRIES, true));
        assertThat(verifier.verify(AuditHead.parse(head.toString())).block()).isEqualTo(new Verification.Whole(head));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, ENTRIES})
    void removed(long number) {
        run(entries().deleteOne(eq(number)));
        assertThat(verify()).isEqualTo(new Broken(number, number == ENTRIES ? Fault.CUT_OFF : Fault.MISSING));
        assertThat(store.lastVerification().block())
                .isEqualTo(new LastVerification(CLOCK.instant(), number - 1, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"who", "act", "kind", "id", "hash"})
    void changed(String field) {
        update(4, Updates.set(field, "other"));
        assertThat(verify()).isEqualTo(new Broken(4, Fault.CHANGED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "who", "act", "kind", "id", "hash"})
    void leftOutOrOfAnotherType(String field) {
        Document before =
                Objects.requireNonNull(Mono.from(entries().find(eq(6L)).first()).block());
        update(6, Updates.unset(field));
        assertThat(verify()).isEqualTo(new Broken(6, Fault.CHANGED));
        run(entries().replaceOne(eq(6L), before));
        update(6, Updates.set(field, 17));
        assertThat(verify()).isEqualTo(new Broken(6, Fault.CHANGED));
    }

    @Test
    void otherTimeOrOneFieldMore() {
        update(7, Updates.set("at", new Date(0)));
        assertThat(verify()).isEqualTo(new Broken(7, Fault.CHANGED));
        update(3, Updates.set("remark", "nothing happened"));
        assertThat(verify()).isEqualTo(new Broken(3, Fault.CHANGED));
    }

    @Test
    void swapped() {
        Document second =
                Objects.requireNonNull(Mono.from(entries().find(eq(2L)).first()).block());
        Document ninth =
                Objects.requireNonNull(Mono.from(entries().find(eq(9L)).first()).block());
        run(entries().replaceOne(eq(2L), new Document(ninth).append("_id", 2L)));
        run(entries().replaceOne(eq(9L), new Document(second).append("_id", 9L)));
        assertThat(verify()).isEqualTo(new Broken(2, Fault.CHANGED));
    }

    @Test
    void cutAndHeadSetBackIsSeenByAHeadKeptElsewhere() {
        AuditHead kept = store.head().block();
        AuditEntry ninth = Objects.requireNonNull(store.find(9).block());
        for (long number = 10; number <= ENTRIES; number++) {
            run(entries().deleteOne(eq(number)));
        }
        assertThat(verify()).isEqualTo(new Broken(10, Fault.CUT_OFF));
        heads().flatMap(heads -> Mono.from(heads.updateOne(
                        eq("head"), Updates.combine(Updates.set("number", 9L), Updates.set("hash", ninth.hash())))))
                .block();
        assertThat(verify()).isEqualTo(new Verification.Whole(ninth.head()));
        assertThat(verifier.verify(kept).block()).isEqualTo(new Broken(10, Fault.CUT_OFF));

        for (int i = 0; i < 5; i++) {
            trail.note("mallory", AuditAct.SIGNED_IN, "mallory").block();
        }
        assertThat(verify()).isInstanceOf(Verification.Whole.class);
        assertThat(verifier.verify(kept).block()).isEqualTo(new Broken(ENTRIES, Fault.REWRITTEN));
    }

    @Test
    void besideTheChain() {
        Document first =
                Objects.requireNonNull(Mono.from(entries().find(eq(1L)).first()).block());
        run(entries().insertOne(new Document(first).append("_id", -5L)));
        assertThat(verify()).isEqualTo(new Broken(ENTRIES + 1, Fault.STRAY));
    }

    @Test
    void aHeadLeftBehindByAStopHealsWithTheNextEntry() {
        AuditHead head = Objects.requireNonNull(store.head().block());
        AuditEntry unheaded = AuditEntry.after(head, CLOCK.instant(), "anna", AuditAct.CODE_ISSUED, "");
        store.insert(unheaded).block();

        assertThat(verify()).isEqualTo(new Verification.Whole(unheaded.head()));

        trail.note("bea", AuditAct.CODE_ISSUED, "").block();
        assertThat(verify()).isInstanceOf(Verification.Whole.class);
        assertThat(Objects.requireNonNull(store.head().block()).number()).isEqualTo(ENTRIES + 2);
    }

    private Verification verify() {
        return verifier.verify(null).blockOptional().orElseThrow();
    }

    private void update(long number, Bson change) {
        run(entries().updateOne(eq(number), change));
    }

    private MongoCollection<Document> entries() {
        return database.template().getCollection("audit").blockOptional().orElseThrow();
    }

    private Mono<MongoCollection<Document>> heads() {
        return database.template().getCollection("auditHead");
    }

    private static void run(org.reactivestreams.Publisher<?> work) {
        Mono.from(work).block();
    }
}

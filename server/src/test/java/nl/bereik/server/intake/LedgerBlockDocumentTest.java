package nl.bereik.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import java.util.List;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;

final class LedgerBlockDocumentTest {
    private static final ContentHash HASH = new ContentHash(1, 2);
    private static final FieldProblem PROBLEM = new FieldProblem("area", FieldProblem.Reason.UNKNOWN_CODE);

    @Test
    void readsWhatWasWrittenBeforeThereWereRuns() {
        Document block = new Document(
                "e",
                new Document("7_" + HASH, true)
                        .append(
                                "8_" + HASH,
                                new Document("v", "QUARANTINED")
                                        .append("p", ProblemDocuments.write(List.of(PROBLEM)))));
        assertThat(LedgerBlockDocument.read(block))
                .containsExactly(
                        new LedgerEntry(7, HASH, Verdict.ACCEPTED, List.of()),
                        new LedgerEntry(8, HASH, Verdict.QUARANTINED, List.of(PROBLEM)));
    }

    @Test
    void whatWasSetAsideAndThenAcceptedIsAccepted() {
        Document block = new Document();
        put(block, new LedgerEntry(7, HASH, Verdict.ACCEPTED, List.of()));
        put(block, new LedgerEntry(7, HASH, Verdict.QUARANTINED, List.of(PROBLEM)));
        List<LedgerEntry> entries = LedgerBlockDocument.read(block);
        assertThat(entries.get(entries.size() - 1)).isEqualTo(new LedgerEntry(7, HASH, Verdict.ACCEPTED, List.of()));
    }

    /** Does what the store does with the update. */
    private static void put(Document block, LedgerEntry entry) {
        BsonDocument sets = LedgerBlockDocument.adding(List.of(entry))
                .toBsonDocument(Document.class, MongoClientSettings.getDefaultCodecRegistry())
                .getDocument("$set");
        Document.parse(sets.toJson()).forEach((path, value) -> {
            int dot = path.indexOf('.');
            ((Document) block.computeIfAbsent(path.substring(0, dot), part -> new Document()))
                    .append(path.substring(dot + 1), value);
        });
    }
}

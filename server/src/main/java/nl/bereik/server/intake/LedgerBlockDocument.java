package nl.bereik.server.intake;

import com.mongodb.client.model.Updates;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/**
 * A block of an install's ledger as a document: {@code {r: {opSeq_name: hashes}, e: {opSeq_hash: {v: verdict, p:
 * [problem]}}}}. Accepted items stand in runs, from that place on 16 bytes each, named by the hash of those bytes, so
 * that a push adds one field and pushes at once do not undo each other. What is both is accepted.
 */
final class LedgerBlockDocument {
    private static final String RUNS = "r";
    private static final String ENTRIES = "e";
    private static final String SEPARATOR = "_";
    private static final int HASH_BYTES = 2 * Long.BYTES;

    private LedgerBlockDocument() {}

    /** Adds entries, at least one. Repeatable. */
    static Bson adding(Collection<LedgerEntry> entries) {
        List<LedgerEntry> ordered = entries.stream()
                .sorted(Comparator.comparingLong(LedgerEntry::opSeq))
                .toList();
        List<Bson> sets = new ArrayList<>();
        List<LedgerEntry> run = new ArrayList<>();
        for (LedgerEntry entry : ordered) {
            if (entry.verdict() != Verdict.ACCEPTED) {
                sets.add(Updates.set(field(ENTRIES, entry.opSeq(), entry.hash().toString()), aside(entry)));
                continue;
            }
            if (!run.isEmpty() && run.get(run.size() - 1).opSeq() + 1 != entry.opSeq()) {
                sets.add(run(run));
                run.clear();
            }
            run.add(entry);
        }
        if (!run.isEmpty()) {
            sets.add(run(run));
        }
        return Updates.combine(sets);
    }

    private static Bson run(List<LedgerEntry> run) {
        ByteBuffer hashes = ByteBuffer.allocate(run.size() * HASH_BYTES);
        run.forEach(entry ->
                hashes.putLong(entry.hash().high()).putLong(entry.hash().low()));
        return Updates.set(
                field(RUNS, run.get(0).opSeq(), ContentHash.short128(hashes.array())), new Binary(hashes.array()));
    }

    private static Document aside(LedgerEntry entry) {
        return new Document("v", entry.verdict().name()).append("p", ProblemDocuments.write(entry.problems()));
    }

    private static String field(String part, long opSeq, String name) {
        return part + '.' + opSeq + SEPARATOR + name;
    }

    /** All entries, those that count last. */
    static List<LedgerEntry> read(Document block) {
        List<LedgerEntry> entries = new ArrayList<>();
        block.get(ENTRIES, new Document()).forEach((key, value) -> entries.add(entry(key, value)));
        block.get(RUNS, new Document()).forEach((key, value) -> {
            long opSeq = opSeq(key);
            ByteBuffer hashes = ByteBuffer.wrap(((Binary) value).getData());
            while (hashes.hasRemaining()) {
                ContentHash hash = new ContentHash(hashes.getLong(), hashes.getLong());
                entries.add(new LedgerEntry(opSeq++, hash, Verdict.ACCEPTED, List.of()));
            }
        });
        return entries;
    }

    /** Before there were runs, {@code true} stood for accepted. */
    private static LedgerEntry entry(String key, Object value) {
        ContentHash hash = ContentHash.parse(key.substring(key.indexOf(SEPARATOR) + 1));
        return value instanceof Document aside
                ? new LedgerEntry(
                        opSeq(key),
                        hash,
                        Verdict.valueOf(aside.getString("v")),
                        ProblemDocuments.read(aside.getList("p", Document.class)))
                : new LedgerEntry(opSeq(key), hash, Verdict.ACCEPTED, List.of());
    }

    private static long opSeq(String key) {
        return Long.parseLong(key.substring(0, key.indexOf(SEPARATOR)));
    }
}

package nl.bereik.server.intake;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The collection {@code custody}: per install a head {@code {_id: install, open: [block], blocks, count, xor}} and per
 * block a document of {@link LedgerBlockDocument}. A block is named in the head's {@code open} before it is written, so
 * that reading by ids finds all.
 */
@Component
final class MongoCustodyLedger implements CustodyLedger {
    private static final int RACES = 5;

    private final ReactiveMongoTemplate template;

    MongoCustodyLedger(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<InstallLedger> read(String install, Collection<Long> opSeqs) {
        Set<Long> asked = new TreeSet<>();
        for (long opSeq : opSeqs) {
            long block = InstallLedger.blockOf(opSeq);
            asked.add(block);
            // The one before is often open still: reading it along saves a second round trip.
            asked.add(Math.max(block - 1, 0));
        }
        Set<String> ids = new HashSet<>(Set.of(install));
        asked.forEach(block -> ids.add(id(install, block)));
        return collection()
                .flatMap(custody -> find(custody, ids).flatMap(found -> {
                    Document head = found.getOrDefault(install, new Document());
                    Set<Long> open = openBlocks(head);
                    Set<String> missing = new HashSet<>();
                    open.stream()
                            .filter(block -> !asked.contains(block))
                            .forEach(block -> missing.add(id(install, block)));
                    return missing.isEmpty()
                            ? Mono.just(ledger(install, head, open, found))
                            : find(custody, missing).map(rest -> {
                                found.putAll(rest);
                                return ledger(install, head, open, found);
                            });
                }))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static Mono<Map<String, Document>> find(MongoCollection<Document> custody, Set<String> ids) {
        return Flux.from(custody.find(in("_id", ids))).collectMap(found -> found.getString("_id"));
    }

    @Override
    public Mono<Void> write(String install, InstallLedger known, Collection<LedgerEntry> entries) {
        Map<Long, List<LedgerEntry>> byBlock = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> InstallLedger.blockOf(entry.opSeq()), TreeMap::new, Collectors.toList()));
        List<WriteModel<Document>> writes = new ArrayList<>();
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        List<Long> opened = byBlock.keySet().stream()
                .filter(block ->
                        block >= known.sealed().blocks() && !known.openBlocks().contains(block))
                .toList();
        if (!opened.isEmpty()) {
            writes.add(new UpdateOneModel<>(eq(install), Updates.addEachToSet("open", opened), upsert));
        }
        byBlock.forEach((block, of) ->
                writes.add(new UpdateOneModel<>(eq(id(install, block)), LedgerBlockDocument.adding(of), upsert)));
        return collection()
                .flatMap(custody -> Mono.from(custody.bulkWrite(writes, new BulkWriteOptions().ordered(true))))
                .retryWhen(Retry.max(RACES)
                        .filter(MongoCustodyLedger::lostUpsertRace)
                        .onRetryExhaustedThrow((spec, last) -> last.failure()))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    /** Two that make the same document at once: the one that comes second only has to update it. */
    private static boolean lostUpsertRace(Throwable failure) {
        return failure instanceof MongoBulkWriteException e
                && e.getWriteErrors().stream().anyMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    @Override
    public Mono<Boolean> seal(String install, SealedCustody before, SealedCustody after) {
        Bson unchanged = before.blocks() == 0 ? eq("blocks", null) : eq("blocks", before.blocks());
        List<Long> closed =
                LongStream.range(before.blocks(), after.blocks()).boxed().toList();
        return collection()
                .flatMap(custody -> Mono.from(custody.updateOne(
                        and(eq(install), unchanged),
                        Updates.combine(
                                Updates.set("blocks", after.blocks()),
                                Updates.set("count", after.count()),
                                Updates.set("xor", after.xor().toString()),
                                Updates.pullAll("open", closed)))))
                .map(result -> result.getMatchedCount() == 1)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static InstallLedger ledger(String install, Document head, Set<Long> open, Map<String, Document> found) {
        List<LedgerEntry> entries = new ArrayList<>();
        found.forEach((id, block) -> {
            if (!id.equals(install)) {
                entries.addAll(LedgerBlockDocument.read(block));
            }
        });
        return new InstallLedger(sealed(head), open, entries);
    }

    private static SealedCustody sealed(Document head) {
        String xor = head.getString("xor");
        return xor == null
                ? SealedCustody.NONE
                : new SealedCustody(head.getLong("blocks"), head.getLong("count"), ContentHash.parse(xor));
    }

    private static Set<Long> openBlocks(Document head) {
        Set<Long> open = new TreeSet<>(head.getList("open", Long.class, List.of()));
        long sealed = sealed(head).blocks();
        open.removeIf(block -> block < sealed);
        return open;
    }

    private static String id(String install, long block) {
        return install + '/' + block;
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("custody");
    }
}

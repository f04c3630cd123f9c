package nl.bereik.server.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import nl.bereik.server.store.DuplicateKey;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Entries as documents of the collection {@code audit}, {@code _id} their number; the head as the one document of
 * {@code auditHead}. Entries are looked up by lists of ids, which every store has an index for.
 */
@Component
final class MongoAuditStore implements AuditStore {
    private static final int READ_AT_ONCE = 500;
    private static final String HEAD = "head";
    private static final String VERIFIED = "verified";
    private static final String NUMBER = "number";
    private static final String HASH = "hash";
    private static final Set<String> FIELDS = Set.of("_id", "at", "who", "act", "kind", "id", HASH);

    private final ReactiveMongoTemplate template;

    MongoAuditStore(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<AuditHead> head() {
        return heads().flatMap(heads -> Mono.from(heads.find(eq(HEAD)).first())
                        .switchIfEmpty(Mono.defer(() -> begin(heads)))
                        .map(found -> new AuditHead(found.getLong(NUMBER), found.getString(HASH))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    /** The head is there before the first entry, so that one without the other is told. */
    private static Mono<Document> begin(MongoCollection<Document> heads) {
        Document none = new Document("_id", HEAD)
                .append(NUMBER, AuditHead.NONE.number())
                .append(HASH, AuditHead.NONE.hash());
        return Mono.from(heads.insertOne(none))
                .then()
                .onErrorComplete(DuplicateKey::is)
                .then(Mono.from(heads.find(eq(HEAD)).first()));
    }

    @Override
    public Mono<AuditEntry> find(long number) {
        return entries()
                .flatMap(entries -> Mono.from(entries.find(eq(number)).first()))
                .map(MongoAuditStore::toEntry)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<AuditEntry> between(long from, long to) {
        return entries()
                .flatMapMany(entries -> Flux.fromStream(
                                () -> LongStream.rangeClosed(from, to).boxed())
                        .buffer(READ_AT_ONCE)
                        .concatMap(numbers -> read(entries, numbers), 1))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static Flux<AuditEntry> read(MongoCollection<Document> entries, List<Long> numbers) {
        return Flux.from(entries.find(in("_id", numbers)))
                .map(MongoAuditStore::toEntry)
                .sort(Comparator.comparingLong(AuditEntry::number));
    }

    @Override
    public Mono<Boolean> insert(AuditEntry entry) {
        return entries()
                .flatMap(entries -> Mono.from(entries.insertOne(toDocument(entry))))
                .thenReturn(true)
                .onErrorReturn(DuplicateKey::is, false)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> advance(AuditHead head) {
        return heads().flatMap(heads -> Mono.from(heads.updateOne(
                        and(eq(HEAD), lt(NUMBER, head.number())),
                        Updates.combine(Updates.set(NUMBER, head.number()), Updates.set(HASH, head.hash())))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Long> size() {
        return entries()
                .flatMap(entries -> Mono.from(entries.countDocuments()))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<LastVerification> lastVerification() {
        return heads().flatMap(heads -> Mono.from(heads.find(eq(VERIFIED)).first()))
                .map(found -> new LastVerification(
                        found.getDate("at").toInstant(), found.getLong(NUMBER), found.getBoolean("whole")))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> keep(LastVerification last) {
        Document document = new Document("_id", VERIFIED)
                .append("at", Date.from(last.at()))
                .append(NUMBER, last.number())
                .append("whole", last.whole());
        return heads().flatMap(
                        heads -> Mono.from(heads.replaceOne(eq(VERIFIED), document, new ReplaceOptions().upsert(true))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    private static Document toDocument(AuditEntry entry) {
        return new Document("_id", entry.number())
                .append("at", Date.from(entry.at()))
                .append("who", entry.who())
                .append("act", entry.act())
                .append("kind", entry.kind())
                .append("id", entry.id())
                .append(HASH, entry.hash());
    }

    private static AuditEntry toEntry(Document document) {
        long number = document.get("_id", Number.class).longValue();
        try {
            if (document.keySet().equals(FIELDS)) {
                return toEntry(number, document);
            }
        } catch (ClassCastException | NullPointerException e) {
            return unreadable(number);
        }
        return unreadable(number);
    }

    private static AuditEntry unreadable(long number) {
        return new AuditEntry(number, Instant.EPOCH, "", "", "", "", "");
    }

    private static AuditEntry toEntry(long number, Document document) {
        return new AuditEntry(
                number,
                document.getDate("at").toInstant(),
                Objects.requireNonNull(document.getString("who")),
                Objects.requireNonNull(document.getString("act")),
                Objects.requireNonNull(document.getString("kind")),
                Objects.requireNonNull(document.getString("id")),
                Objects.requireNonNull(document.getString(HASH)));
    }

    private Mono<MongoCollection<Document>> entries() {
        return template.getCollection("audit");
    }

    private Mono<MongoCollection<Document>> heads() {
        return template.getCollection("auditHead");
    }
}

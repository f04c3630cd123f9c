package nl.bereik.server.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.InMemoryCursor;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Documents by id. A document is encoded once, when it changes; moving it between pages copies bytes. One command
 * writes at a time. Reading waits for nobody: each document is seen whole, as it was at some moment meanwhile.
 */
final class EmbeddedCollection extends AbstractMongoCollection<Object> {
    /** Documents in an answer; a message has at most 48 MB, and drivers ask for all there is. */
    private static final int BATCH = 256;

    private final MVMap<Object, byte[]> documents;
    private final CursorRegistry cursors;

    EmbeddedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, byte[]> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.cursors = cursors;
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        // Collections of the server's own bookkeeping may have no id or one of another name.
        Object key = getIdField() == null ? UUID.randomUUID() : IdIndex.key(document.get(getIdField()));
        if (documents.putIfAbsent(key, DocumentType.encode(document)) != null) {
            throw new IllegalStateException("a document with this id is there already");
        }
        return key;
    }

    @Override
    protected void handleUpdate(Object key, Document before, Document after) {
        documents.put(key, DocumentType.encode(after));
    }

    @Override
    protected void removeDocument(Object key) {
        if (documents.remove(key) == null) {
            throw new NoSuchElementException("no document with this id");
        }
    }

    @Override
    protected @Nullable Document getDocument(Object key) {
        byte[] found = documents.get(key);
        return found == null ? null : DocumentType.decode(found);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(DocumentType.decode(entry.getValue()), entry.getKey()));
    }

    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        QueryResult found = super.handleQuery(parameters);
        return found.getCursorId() == 0 ? createQueryResult(found.collectDocuments(), BATCH) : found;
    }

    @Override
    protected Cursor createCursor(List<Document> remaining) {
        Cursor cursor = new BatchCursor(cursors.generateCursorId(), remaining);
        cursors.add(cursor);
        return cursor;
    }

    /** An {@link InMemoryCursor} from which 0 takes as many as the server likes. */
    private static final class BatchCursor extends InMemoryCursor {
        BatchCursor(long id, List<Document> remaining) {
            super(id, remaining);
        }

        @Override
        public List<Document> takeDocuments(int number) {
            return super.takeDocuments(number > 0 ? Math.min(number, BATCH) : BATCH);
        }
    }

    /**
     * Looks up by id or by a secondary index wherever a query asks for such values, also beside other conditions; H2's
     * backend then reads all.
     */
    @Override
    protected QueryResult queryDocuments(
            Document query, Document order, int skip, int limit, int batchSize, Document fields) {
        MVStore.TxCounter reading = documents.getStore().registerVersionUsage();
        try {
            for (Index<Object> index : getIndexes()) {
                SplitQuery split = SplitQuery.of(query, fields(index));
                if (split == null) {
                    continue;
                }
                Iterable<Object> found = find(index, split.asked());
                if (found != null) {
                    return matchDocuments(split.rest(), found, order, skip, limit, batchSize, fields);
                }
            }
            return super.queryDocuments(query, order, skip, limit, batchSize, fields);
        } finally {
            documents.getStore().deregisterVersionUsage(reading);
        }
    }

    private static List<String> fields(Index<Object> index) {
        return index.getKeys().stream().map(IndexKey::getKey).toList();
    }

    private static @Nullable Iterable<Object> find(Index<Object> index, Map<String, @Nullable Object> asked) {
        if (index instanceof SecondaryIndex secondary) {
            return secondary.find(asked);
        }
        Document query = new Document(asked);
        return index.canHandle(query) ? index.getPositions(query) : null;
    }

    /** With a matcher of its own, for a matcher remembers where it matched last. */
    @Override
    protected boolean documentMatchesQuery(Document document, Document query) {
        return new DefaultQueryMatcher().matches(document, query);
    }

    /** A document may be gone by the time that its turn comes. */
    @Override
    protected QueryResult matchDocuments(
            Document query,
            Iterable<Object> positions,
            Document order,
            int skip,
            int limit,
            int batchSize,
            Document fields) {
        Stream<Document> found = StreamSupport.stream(positions.spliterator(), false)
                .map(this::getDocument)
                .filter(Objects::nonNull);
        return matchDocumentsFromStream(found, query, order, skip, limit, batchSize, fields);
    }

    @Override
    public synchronized List<Document> insertDocuments(List<Document> documents, boolean ordered) {
        return super.insertDocuments(documents, ordered);
    }

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    public synchronized void addDocuments(Stream<Document> documents) {
        super.addDocuments(documents);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return super.findAndModify(query);
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return super.deleteDocuments(selector, limit, oplog);
    }

    @Override
    public synchronized void removeDocument(Document document) {
        super.removeDocument(document);
    }

    @Override
    public synchronized void renameTo(MongoDatabase database, String name) {
        super.renameTo(database, name);
    }

    /** Updates documents named by a list of ids one by one, because the list would be gone through for each. */
    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        SplitQuery split = SplitQuery.of(selector, List.of(EmbeddedDatabase.ID));
        Collection<?> ids =
                split == null ? null : SplitQuery.listed(split.asked().get(EmbeddedDatabase.ID));
        if (!multi || upsert || split == null || ids == null) {
            return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
        }
        Document rest = split.rest();
        int matched = 0;
        int modified = 0;
        for (Object id : new LinkedHashSet<>(ids)) {
            Document named = rest.clone().append(EmbeddedDatabase.ID, id);
            Document one = super.updateDocuments(named, update, filters, true, false, oplog);
            matched += number(one, "n");
            modified += number(one, "nModified");
        }
        return new Document("n", matched).append("nModified", modified);
    }

    private static int number(Document result, String field) {
        return result.get(field) instanceof Integer number ? number : 0;
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document order, int skip, int limit, int batchSize, Document fields) {
        Stream<Document> all = isNaturalDescending(order)
                ? streamAllDocumentsWithPosition()
                        .sorted(Comparator.comparing(
                                        (DocumentWithPosition<Object> found) -> found.getPosition(),
                                        documents.getKeyType())
                                .reversed())
                        .map(DocumentWithPosition::getDocument)
                : documents.values().stream().map(DocumentType::decode);
        return matchDocumentsFromStream(all, query, order, skip, limit, batchSize, fields);
    }

    /** Sizes are asked for by statistics only, which nobody reads here; keeping them costs a write a document. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {
        throw new UnsupportedOperationException("sizes are not tracked");
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}

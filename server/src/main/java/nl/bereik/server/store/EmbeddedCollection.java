package nl.bereik.server.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Documents by id. A document is encoded once, when it changes; moving it between pages copies bytes. */
final class EmbeddedCollection extends AbstractSynchronizedMongoCollection<Object> {
    private final MVMap<Object, byte[]> documents;

    EmbeddedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, byte[]> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
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

    /** Looks up by id wherever a query names ids, also beside other conditions; H2's backend then reads all. */
    @Override
    protected QueryResult queryDocuments(
            Document query, Document order, int skip, int limit, int batchSize, Document fields) {
        Document ids = ids(query);
        Index<Object> index = getIndexes().stream()
                .filter(any -> any instanceof IdIndex)
                .findFirst()
                .orElse(null);
        return ids != null && index != null && index.canHandle(ids)
                ? matchDocuments(besideId(query), index.getPositions(ids), order, skip, limit, batchSize, fields)
                : super.queryDocuments(query, order, skip, limit, batchSize, fields);
    }

    /** What is left to check of documents found by id: a long list of ids is not gone through again for each. */
    private static Document besideId(Document query) {
        Document rest = query.clone();
        rest.remove(EmbeddedDatabase.ID);
        return rest;
    }

    /** Updates documents named by a list of ids one by one, because the list would be gone through for each. */
    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        if (!multi
                || upsert
                || selector.size() != 1
                || !(selector.get(EmbeddedDatabase.ID) instanceof Document condition)
                || condition.size() != 1
                || !(condition.get("$in") instanceof Collection<?> ids)) {
            return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
        }
        int matched = 0;
        int modified = 0;
        for (Object id : new LinkedHashSet<>(ids)) {
            Document one =
                    super.updateDocuments(new Document(EmbeddedDatabase.ID, id), update, filters, true, false, oplog);
            matched += number(one, "n");
            modified += number(one, "nModified");
        }
        return new Document("n", matched).append("nModified", modified);
    }

    private static int number(Document result, String field) {
        return result.get(field) instanceof Integer number ? number : 0;
    }

    /** What a query asks of the id, wherever it must hold of every match; null when nothing. */
    private static @Nullable Document ids(Document query) {
        if (query.containsKey(EmbeddedDatabase.ID)) {
            return new Document(EmbeddedDatabase.ID, query.get(EmbeddedDatabase.ID));
        }
        if (query.get("$and") instanceof Collection<?> all) {
            for (Object part : all) {
                Document ids = part instanceof Document nested ? ids(nested) : null;
                if (ids != null) {
                    return ids;
                }
            }
        }
        return null;
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

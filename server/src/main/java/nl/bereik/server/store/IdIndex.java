package nl.bereik.server.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index of ids over the map of documents itself, whose keys are the ids: it has nothing to keep up to date. */
final class IdIndex extends AbstractUniqueIndex<Object> {
    private final MVMap<Object, byte[]> documents;

    IdIndex(MVMap<Object, byte[]> documents, String name, List<IndexKey> keys) {
        super(name, keys, false);
        this.documents = documents;
    }

    /** The key of an id: equal for ids that are equal to MongoDB, such as 1 and 1.0. */
    static Object key(@Nullable Object id) {
        return id instanceof String ? id : key(new KeyValue(id).normalized());
    }

    private static Object key(KeyValue normalized) {
        return Missing.ofNullable(normalized.get(0));
    }

    @Override
    protected @Nullable Object getPosition(KeyValue normalized) {
        Object key = key(normalized);
        return documents.containsKey(key) ? key : null;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue normalized) {
        return getPosition(normalized);
    }

    /** The document is in the map already. */
    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {}

    @Override
    protected boolean putKeyPosition(KeyValue normalized, Object position) {
        return true;
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return () -> documents.keySet().stream()
                .map(key -> Map.entry(new KeyValue(key), key))
                .iterator();
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}

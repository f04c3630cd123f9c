package nl.bereik.server.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database in the file, under the names that the H2 backend gives its maps. A collection is one map from id to BSON,
 * which is the index of ids at once: the H2 backend keeps Java-serialized trees in two maps, and serialized both
 * sides of every comparison. See decision 0001.
 */
final class EmbeddedDatabase extends AbstractSynchronizedMongoDatabase<Object> {
    private static final String DOCUMENTS = "databases.";
    private static final String H2_SIZES = "meta.";
    static final String ID = "_id";

    private final MVStore store;

    EmbeddedDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        return new EmbeddedCollection(this, collection, options, documents(collection), cursorRegistry);
    }

    private MVMap<Object, byte[]> documents(String collection) {
        return store.openMap(
                DOCUMENTS + getFullCollectionNamespace(collection),
                new MVMap.Builder<Object, byte[]>().valueType(new DocumentType()));
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        String map = indexMap(collection, index);
        if (keys.size() == 1 && keys.get(0).getKey().equals(ID)) {
            if (store.hasMap(map)) {
                store.removeMap(map);
            }
            return new IdIndex(documents(collection), index, keys);
        }
        return new UniqueIndex(store.openMap(map), index, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(index, keys, sparse);
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String index) {
        super.dropIndex(collection, index);
        store.removeMap(indexMap(collection.getCollectionName(), index));
    }

    private String indexMap(String collection, String index) {
        return getFullCollectionNamespace(collection) + "._index_" + index;
    }

    @Override
    public void dropCollection(String collection, Oplog oplog) {
        super.dropCollection(collection, oplog);
        store.removeMap(DOCUMENTS + getFullCollectionNamespace(collection));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
        super.moveCollection(from, collection, name);
        store.renameMap(
                store.openMap(DOCUMENTS + collection.getFullName()), DOCUMENTS + getFullCollectionNamespace(name));
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        String own = databaseName + ".";
        store.getMapNames().stream()
                .filter(map -> map.startsWith(own) || map.startsWith(DOCUMENTS + own) || map.startsWith(H2_SIZES + own))
                .toList()
                .forEach(store::removeMap);
    }

    @Override
    protected long getStorageSize() {
        return store.getFileStore().size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}

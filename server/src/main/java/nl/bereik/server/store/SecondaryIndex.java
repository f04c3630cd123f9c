package nl.bereik.server.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index of text and truth values at the top of documents with text ids, of several fields or of the elements of
 * arrays in them. Answers which documents have given values; documents without a value in each field are not in it. Its
 * entries are the values and the id, one after the other.
 */
final class SecondaryIndex extends Index<Object> {
    private static final String END = "\0\0";

    private final MVMap<String, Boolean> entries;

    SecondaryIndex(MVMap<String, Boolean> entries, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.entries = entries;
    }

    /**
     * The ids of documents that have what is asked of each field; null when it asks for something else than values
     * that are indexed.
     */
    @Nullable Iterable<Object> find(Map<String, @Nullable Object> asked) {
        Set<String> prefixes = Set.of("");
        for (String field : keys()) {
            Object condition = asked.get(field);
            Collection<?> listed = SplitQuery.listed(condition);
            Collection<?> values = listed == null ? Collections.singletonList(condition) : listed;
            if (values.stream().anyMatch(value -> text(value) == null)) {
                return null;
            }
            prefixes = extended(prefixes, values);
        }
        Set<Object> found = new LinkedHashSet<>();
        for (String prefix : prefixes) {
            Iterator<String> from = entries.keyIterator(prefix);
            while (from.hasNext()) {
                String entry = from.next();
                if (!entry.startsWith(prefix)) {
                    break;
                }
                found.add(entry.substring(prefix.length()));
            }
        }
        return found;
    }

    private static Set<String> extended(Set<String> prefixes, Collection<?> values) {
        Set<String> extended = new LinkedHashSet<>();
        for (Object value : values) {
            String text = text(value);
            if (text != null) {
                prefixes.forEach(prefix -> extended.add(prefix + text));
            }
        }
        return extended;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof String text) {
            return 's' + text.replace("\0", "\0\1") + END;
        }
        return value instanceof Boolean ? "b" + value + END : null;
    }

    private Set<String> entries(Document document, Object position) {
        if (!(position instanceof String id)) {
            throw new IllegalArgumentException("a secondary index of the embedded store is of documents with text ids");
        }
        Set<String> prefixes = Set.of("");
        for (String field : keys()) {
            Object value = document.get(field);
            prefixes =
                    extended(prefixes, value instanceof Collection<?> array ? array : Collections.singletonList(value));
        }
        Set<String> whole = new LinkedHashSet<>();
        prefixes.forEach(prefix -> whole.add(prefix + id));
        return whole;
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        entries(document, position).forEach(entry -> entries.put(entry, true));
    }

    @Override
    public Object remove(Document document) {
        Object position = IdIndex.key(document.get(EmbeddedDatabase.ID));
        entries(document, position).forEach(entries::remove);
        return position;
    }

    /** What comes is there before what goes is gone, for readers do not wait. */
    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        Set<String> old = entries(before, position);
        Set<String> now = entries(after, position);
        now.stream().filter(entry -> !old.contains(entry)).forEach(entry -> entries.put(entry, true));
        old.stream().filter(entry -> !now.contains(entry)).forEach(entries::remove);
    }

    /** Several documents may share values, so these tell no position. */
    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    /** The collection asks {@link #find}, which also works beside other conditions. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("see canHandle");
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {}
}

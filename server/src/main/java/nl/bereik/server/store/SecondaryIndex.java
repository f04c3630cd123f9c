package nl.bereik.server.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells which documents have given texts or truth values in fields at their top, or in arrays there; documents without
 * one in each of its fields are not in it. Kept in memory and made anew when the file is opened: every push would
 * rewrite a page of it for each contact.
 */
final class SecondaryIndex extends Index<Object> {
    private final Map<List<Object>, Set<Object>> positions = new ConcurrentHashMap<>();

    SecondaryIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    /**
     * The positions of documents that have what is asked of each field; null when it asks for something else than
     * values that are indexed.
     */
    @Nullable Iterable<Object> find(Map<String, @Nullable Object> asked) {
        Set<List<Object>> values = Set.of(List.of());
        for (String field : keys()) {
            Object condition = asked.get(field);
            Collection<?> listed = SplitQuery.listed(condition);
            Collection<?> wanted = listed == null ? Collections.singletonList(condition) : listed;
            if (!wanted.stream().allMatch(SecondaryIndex::isIndexed)) {
                return null;
            }
            values = extended(values, wanted);
        }
        Set<Object> found = new LinkedHashSet<>();
        values.forEach(each -> found.addAll(positions.getOrDefault(each, Set.of())));
        return found;
    }

    private static boolean isIndexed(@Nullable Object value) {
        return value instanceof String || value instanceof Boolean;
    }

    private static Set<List<Object>> extended(Set<List<Object>> values, Collection<?> by) {
        Set<List<Object>> extended = new LinkedHashSet<>();
        for (Object value : by) {
            if (isIndexed(value)) {
                for (List<Object> before : values) {
                    List<Object> longer = new ArrayList<>(before);
                    longer.add(value);
                    extended.add(longer);
                }
            }
        }
        return extended;
    }

    private Set<List<Object>> values(Document document) {
        Set<List<Object>> values = Set.of(List.of());
        for (String field : keys()) {
            Object value = document.get(field);
            values = extended(values, value instanceof Collection<?> array ? array : Collections.singletonList(value));
        }
        return values;
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        values(document).forEach(value -> put(value, position));
    }

    private void put(List<Object> value, Object position) {
        positions.computeIfAbsent(value, any -> ConcurrentHashMap.newKeySet()).add(position);
    }

    private void remove(List<Object> value, Object position) {
        positions.computeIfPresent(value, (same, those) -> {
            those.remove(position);
            return those.isEmpty() ? null : those;
        });
    }

    @Override
    public Object remove(Document document) {
        Object position = IdIndex.key(document.get(EmbeddedDatabase.ID));
        values(document).forEach(value -> remove(value, position));
        return position;
    }

    /** What comes is there before what goes is gone, for readers do not wait. */
    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        Set<List<Object>> old = values(before);
        Set<List<Object>> now = values(after);
        now.stream().filter(value -> !old.contains(value)).forEach(value -> put(value, position));
        old.stream().filter(value -> !now.contains(value)).forEach(value -> remove(value, position));
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

    /** How many combinations of values there are. */
    @Override
    public long getCount() {
        return positions.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        positions.clear();
    }
}

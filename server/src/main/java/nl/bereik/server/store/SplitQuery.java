package nl.bereik.server.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query that asks something of certain fields.
 *
 * @param asked what it asks of each of them, in their order
 * @param rest what it asks beside that: a long list of values is not gone through again for each document found by it
 */
record SplitQuery(Map<String, @Nullable Object> asked, Document rest) {

    /** Null when the query does not ask something of each field wherever it must hold of every match. */
    static @Nullable SplitQuery of(Document query, Collection<String> fields) {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        Document rest = query;
        for (String field : fields) {
            SplitQuery one = of(rest, field);
            if (one == null) {
                return null;
            }
            asked.putAll(one.asked);
            rest = one.rest;
        }
        return new SplitQuery(asked, rest);
    }

    private static @Nullable SplitQuery of(Document query, String field) {
        if (query.containsKey(field)) {
            Document rest = query.clone();
            Map<String, @Nullable Object> asked = new LinkedHashMap<>();
            asked.put(field, rest.remove(field));
            return new SplitQuery(asked, rest);
        }
        if (query.get("$and") instanceof Collection<?> all) {
            List<Object> parts = new ArrayList<>(all);
            for (int i = 0; i < parts.size(); i++) {
                SplitQuery part = parts.get(i) instanceof Document nested ? of(nested, field) : null;
                if (part != null) {
                    parts.set(i, part.rest);
                    return new SplitQuery(part.asked, query.clone().append("$and", parts));
                }
            }
        }
        return null;
    }

    /** The values of {@code {$in: values}} when nothing else is asked; null when something is. */
    static @Nullable Collection<?> listed(@Nullable Object condition) {
        return condition instanceof Document operators
                        && operators.size() == 1
                        && operators.get("$in") instanceof Collection<?> listed
                ? listed
                : null;
    }
}

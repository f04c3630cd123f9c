package nl.bereik.server.disclosure;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A place in a table, whatever the order of its dimensions: the category per dimension. A dimension that is not named
 * is summed over, so the empty cell is the grand total.
 */
public record Cell(SortedMap<String, String> categories) {

    /** The grand total. */
    public static final Cell TOTAL = new Cell(new TreeMap<>());

    public Cell {
        categories = Collections.unmodifiableSortedMap(new TreeMap<>(categories));
    }

    /** The cell of one category. */
    public static Cell of(String dimension, String category) {
        return TOTAL.with(dimension, category);
    }

    /** This cell narrowed to a category of a further dimension. */
    public Cell with(String dimension, String category) {
        TreeMap<String, String> more = new TreeMap<>(categories);
        more.put(dimension, category);
        return new Cell(more);
    }

    Set<String> dimensions() {
        return categories.keySet();
    }

    /** As {@code area=Tiel, gender=WOMAN}, or {@code total}. */
    @Override
    public String toString() {
        if (categories.isEmpty()) {
            return "total";
        }
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> one : categories.entrySet()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(one.getKey())
                    .append('=')
                    .append(one.getValue());
        }
        return text.toString();
    }
}

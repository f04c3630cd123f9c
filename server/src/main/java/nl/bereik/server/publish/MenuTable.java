package nl.bereik.server.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.server.disclosure.Cell;
import nl.bereik.server.disclosure.Dimension;
import nl.bereik.server.disclosure.ExactTable;
import nl.bereik.server.disclosure.Span;
import nl.bereik.server.disclosure.Subject;

/**
 * A table of the closed menu with the exact figures of one period. Not for publication.
 *
 * @param id one of those of {@link Chapter#tables}
 * @param dimensions none for a single number, one or two
 * @param counts of every cell and every total
 * @param publishable whether it may be asked for in a release
 */
public record MenuTable(
        String id, Subject subject, List<Dimension> dimensions, Map<Cell, Long> counts, boolean publishable) {
    public MenuTable {
        dimensions = List.copyOf(dimensions);
        counts = Map.copyOf(counts);
    }

    static MenuTable single(String id, Subject subject, long count) {
        return new MenuTable(id, subject, List.of(), Map.of(Cell.TOTAL, count), true);
    }

    /** By one dimension; categories that are not in the counts count nothing. */
    static MenuTable oneWay(String id, Subject subject, Dimension dimension, Map<String, Long> counts, long total) {
        Map<Cell, Long> cells = new LinkedHashMap<>();
        dimension
                .categories()
                .forEach(category -> cells.put(Cell.of(dimension.name(), category), counts.getOrDefault(category, 0L)));
        cells.put(Cell.TOTAL, total);
        return new MenuTable(id, subject, List.of(dimension), cells, true);
    }

    /** The same table for management's eyes only. */
    MenuTable notPublishable() {
        return new MenuTable(id, subject, dimensions, counts, false);
    }

    ExactTable exact(Span span) {
        return new ExactTable(id, subject, span, dimensions, counts);
    }
}

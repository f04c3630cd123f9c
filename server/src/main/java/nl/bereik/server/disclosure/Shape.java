package nl.bereik.server.disclosure;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a subject has numbers: per set of dimensions the cells and the spans, so that the lattice of totals over
 * categories and over time is closed.
 */
record Shape(
        Subject subject, Set<String> dimensions, List<Cell> cells, SortedSet<Span> spans, List<TableShape> tables) {

    /** Whether a table covers this cell in a span but lacks its category: nobody was counted there. */
    boolean isAbsent(Cell cell, Span span) {
        return tables.stream().anyMatch(table -> table.span().contains(span) && table.lacks(cell));
    }

    /** What a table, released or asked for, says by being there. */
    record TableShape(Span span, List<Dimension> dimensions) {

        boolean covers(Set<String> names) {
            return dimensions.stream().map(Dimension::name).toList().containsAll(names);
        }

        boolean lacks(Cell cell) {
            return covers(cell.dimensions())
                    && cell.categories().entrySet().stream().anyMatch(one -> {
                        Dimension dimension = dimension(one.getKey());
                        return dimension != null && !dimension.categories().contains(one.getValue());
                    });
        }

        @Nullable Dimension dimension(String name) {
            return dimensions.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }
}

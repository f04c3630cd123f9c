package nl.bereik.server.disclosure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as it leaves the building.
 *
 * @param dimensions none, one or two
 * @param rules by which it was made, also when a later release shows it again under other rules
 * @param cells all inner cells and all totals, in the order of {@link ExactTable#cellsOf}
 * @param frozen whether it stands in an earlier release and is shown again as it was; the figures may have been
 *     corrected since
 */
public record PublishedTable(
        String name,
        Subject subject,
        Span span,
        List<Dimension> dimensions,
        DisclosureRules rules,
        Map<Cell, Published> cells,
        boolean frozen) {

    /** Throws IllegalArgumentException unless there is something in every cell and in no other. */
    public PublishedTable {
        dimensions = List.copyOf(dimensions);
        Map<Cell, Published> ordered = new LinkedHashMap<>();
        for (Cell cell : ExactTable.cellsOf(dimensions)) {
            Published published = cells.get(cell);
            if (published == null) {
                throw new IllegalArgumentException("Nothing in " + name + " at " + cell);
            }
            ordered.put(cell, published);
        }
        if (ordered.size() != cells.size()) {
            throw new IllegalArgumentException("Cells outside of " + name);
        }
        cells = Collections.unmodifiableMap(ordered);
    }

    TableKey key() {
        return TableKey.of(subject, span, dimensions);
    }

    PublishedTable asFrozen() {
        return new PublishedTable(name, subject, span, dimensions, rules, cells, true);
    }
}

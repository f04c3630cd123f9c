package nl.bereik.server.report;

import java.util.List;

/**
 * One row of a table.
 *
 * @param cells one for each column of the table, in their order
 * @param depth 0, or how many levels this row is part of those above it, at most {@value #DEEPEST}
 * @param total whether it adds the other rows up; charts leave it out
 */
public record Row(String label, List<Cell> cells, int depth, boolean total) {
    public static final int DEEPEST = 3;

    public Row {
        label = Text.line(label, "row label");
        cells = List.copyOf(cells);
        if (depth < 0 || depth > DEEPEST) {
            throw new IllegalArgumentException("no row of depth " + depth);
        }
    }

    public static Row of(String label, Cell... cells) {
        return new Row(label, List.of(cells), 0, false);
    }

    /** A row that is part of those above it. */
    public static Row part(int depth, String label, Cell... cells) {
        return new Row(label, List.of(cells), depth, false);
    }

    public static Row total(String label, Cell... cells) {
        return new Row(label, List.of(cells), 0, true);
    }
}

package nl.bereik.server.report;

import java.util.HashSet;
import java.util.List;

/**
 * A picture of columns of a table elsewhere in the same report. Cells that are not a number are not drawn as one.
 *
 * @param alternative what the picture shows, in a sentence, for who cannot see it
 * @param table the id of the table; its rows are the categories, totals aside
 * @param columns which of the table's columns, from 0, in the order drawn; at most {@value #MOST_COLUMNS}, of one unit
 */
public record ReportChart(Kind kind, String caption, String alternative, String table, List<Integer> columns)
        implements Block {
    public static final int MOST_COLUMNS = 2;

    /** A chart of more rows is drawn as lying bars, whatever its kind. */
    public static final int MOST_SIDE_BY_SIDE = 12;

    /** How the figures are drawn. */
    public enum Kind {
        /** Lying bars, one row under the other: for categories with long names. */
        BAR,
        /** Standing bars beside each other: for a few months or quarters. */
        COLUMN,
        /** A line through the rows: for a course over time. */
        LINE
    }

    public ReportChart {
        caption = Text.line(caption, "caption");
        alternative = Text.line(alternative, "text alternative");
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS || new HashSet<>(columns).size() < columns.size()) {
            throw new IllegalArgumentException("a chart draws one or two columns");
        }
    }
}

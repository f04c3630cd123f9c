package nl.bereik.server.report;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table of figures. A previous period is a column like any other.
 *
 * @param id by which charts and files name it: small letters, digits and dashes; one table of a report only
 * @param rowHeading what the rows are, as in "channel"
 * @param columns headings of the cells, each one once
 * @param rows in the order shown; their labels occur once, as files name a cell by its row and column; may be empty
 * @param notes under the table; often empty
 */
public record ReportTable(
        String id, String caption, String rowHeading, List<String> columns, List<Row> rows, List<String> notes)
        implements Block {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public ReportTable {
        requireId(id);
        caption = Text.line(caption, "caption");
        rowHeading = Text.line(rowHeading, "row heading");
        columns = columns.stream()
                .map(column -> Text.line(column, "column heading"))
                .toList();
        rows = List.copyOf(rows);
        notes = notes.stream().map(note -> Text.line(note, "note")).toList();
        if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
            throw new IllegalArgumentException("table " + id + " has no columns, or two of one name");
        }
        if (rows.stream().map(Row::label).distinct().count() < rows.size()) {
            throw new IllegalArgumentException("table " + id + " has two rows of one name");
        }
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("table " + id + " has a row without a cell for each column");
            }
        }
    }

    static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id of a table: " + id);
        }
    }
}

package nl.bereik.server.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Every figure of a report as one line of a CSV file that also states what it rests on: lines stay true when they are
 * sorted, filtered or put under those of another report.
 */
final class FigureRows {
    static final List<String> COLUMNS = List.of(
            "view",
            "period",
            "first_day",
            "last_day",
            "threshold",
            "rounding",
            "release",
            "revised_at",
            "made_at",
            "organisation",
            "table",
            "caption",
            "row",
            "column",
            "value",
            "unit",
            "status");

    /** What spreadsheets take for the start of a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private FigureRows() {}

    /** UTF-8, RFC 4180: commas, CR LF, headings first; tables, rows and columns in the report's order. */
    static byte[] csv(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = CsvWriter.builder().build(bytes, StandardCharsets.UTF_8)) {
            csv.writeRecord(COLUMNS);
            List<String> basis = basis(report.basis());
            for (ReportTable table : report.tables().values()) {
                for (Row row : table.rows()) {
                    for (int column = 0; column < row.cells().size(); column++) {
                        csv.writeRecord(line(basis, table, row, column));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> basis(ReportBasis basis) {
        String threshold = "";
        String rounding = "";
        String release = "";
        String revisedAt = "";
        if (basis.view() instanceof View.Published published) {
            threshold = Integer.toString(published.threshold());
            rounding = Integer.toString(published.rounding());
            release = published.release();
        } else if (basis.view() instanceof View.Management management && management.revisedAt() != null) {
            revisedAt = management.revisedAt().toString();
        }
        return List.of(
                basis.view().code(),
                text(basis.period()),
                basis.firstDay().toString(),
                basis.lastDay().toString(),
                threshold,
                rounding,
                text(release),
                revisedAt,
                basis.madeAt().toString(),
                text(basis.organisation()));
    }

    private static List<String> line(List<String> basis, ReportTable table, Row row, int column) {
        CellFact fact = CellFact.of(row.cells().get(column));
        List<String> line = new ArrayList<>(basis);
        line.add(table.id());
        line.add(text(table.caption()));
        line.add(text(row.label()));
        line.add(text(table.columns().get(column)));
        line.add(fact.value() == null ? "" : fact.value().toPlainString());
        line.add(fact.unit() == null ? "" : fact.unit());
        line.add(fact.status());
        return line;
    }

    /** With an apostrophe before what a spreadsheet would run as a formula. */
    private static String text(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}

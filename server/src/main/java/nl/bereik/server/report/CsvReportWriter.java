package nl.bereik.server.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * All figures of a report as CSV, one line for each, with its basis in the line's own columns: view, period, first_day,
 * last_day, threshold, rounding, release, revised_at, made_at, organisation, table, caption, row, column, value, unit, status.
 *
 * <p>Commas, CR LF, a point in decimals, and UTF-8 with a byte order mark, without which Excel spoils letters such as
 * ș. A suppressed figure has an empty value and the status {@code suppressed}; so has one that is not available, with
 * {@code not-available}. Management's figures have an empty threshold, rounding and release, and the moment at
 * which figures in the report were last revised; it is empty when none were, and for what was released. Texts that a spreadsheet
 * would run as a formula begin with an apostrophe. The coordinator's own words and charts are not in it.
 */
public final class CsvReportWriter implements ReportWriter {
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    @Override
    public byte[] write(Report report) {
        byte[] csv = FigureRows.csv(report);
        return ByteBuffer.allocate(BYTE_ORDER_MARK.length + csv.length)
                .put(BYTE_ORDER_MARK)
                .put(csv)
                .array();
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8;header=present";
    }

    @Override
    public String extension() {
        return "csv";
    }
}

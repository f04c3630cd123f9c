package nl.bereik.server.report;

import static nl.bereik.server.report.ReportSamples.DUTCH;
import static nl.bereik.server.report.ReportSamples.MANAGEMENT;
import static nl.bereik.server.report.ReportSamples.PUBLISHED;
import static nl.bereik.server.report.ReportSamples.REVISED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReportWriterTest {
    private final CsvReportWriter writer = new CsvReportWriter();

    @Test
    void oneLineForEachFigureInTheReportsOrder() {
        ReportTable table = ReportSamples.table(
                "by-channel",
                Row.of("Straat", Cell.count(1232), Cell.percent(35, 99)),
                Row.of("Huiskamer", Cell.suppressed(), Cell.minutes(205)),
                Row.total("Totaal", Cell.count(-3), Cell.notAvailable()));

        assertThat(read(ReportSamples.of(MANAGEMENT, table)))
                .extracting(
                        line -> line.getField("row"),
                        line -> line.getField("column"),
                        line -> line.getField("value"),
                        line -> line.getField("unit"),
                        line -> line.getField("status"))
                .containsExactly(
                        tuple("Straat", "2025", "1232", "count", "value"),
                        tuple("Straat", "2024", "35", "percent", "value"),
                        tuple("Huiskamer", "2025", "", "", "suppressed"),
                        tuple("Huiskamer", "2024", "205", "minutes", "value"),
                        tuple("Totaal", "2025", "-3", "count", "value"),
                        tuple("Totaal", "2024", "", "", "not-available"));
    }

    @Test
    void everyLineStatesItsBasis() {
        assertThat(read(ReportSamples.halfYear(PUBLISHED, DUTCH))).isNotEmpty().allSatisfy(line -> assertThat(
                        line.getFieldsAsMap())
                .containsEntry("view", "published")
                .containsEntry("period", "eerste halfjaar 2025")
                .containsEntry("first_day", "2025-01-01")
                .containsEntry("last_day", "2025-06-30")
                .containsEntry("threshold", "10")
                .containsEntry("rounding", "5")
                .containsEntry("release", "2025S1-r1")
                .containsEntry("made_at", "2025-07-14T08:30:00Z")
                .containsEntry("organisation", "Gelderland-Zuid"));
        assertThat(read(ReportSamples.halfYear(MANAGEMENT, DUTCH))).allSatisfy(line -> assertThat(line.getFieldsAsMap())
                .containsEntry("view", "management")
                .containsEntry("threshold", "")
                .containsEntry("rounding", "")
                .containsEntry("release", "")
                .containsEntry("revised_at", ""));
        assertThat(read(ReportSamples.halfYear(REVISED, DUTCH))).isNotEmpty().allSatisfy(line -> assertThat(
                        line.getFieldsAsMap())
                .containsEntry("revised_at", "2025-07-10T20:45:00Z"));
    }

    @Test
    void whatASpreadsheetWouldRunGetsAnApostrophe() {
        ReportTable table = ReportSamples.table(
                "a",
                Row.of("=1+1", Cell.count(1), Cell.count(1)),
                Row.of("+1", Cell.count(1), Cell.count(1)),
                Row.of("-1", Cell.count(1), Cell.count(1)),
                Row.of("@x", Cell.count(1), Cell.count(1)),
                Row.of("a=b", Cell.count(1), Cell.count(1)));

        assertThat(read(ReportSamples.of(MANAGEMENT, table)))
                .extracting(line -> line.getField("row"))
                .contains("'=1+1", "'+1", "'-1", "'@x", "a=b");
    }

    @Test
    void keepsUnusualCharactersBehindAByteOrderMark() {
        String label = "Șoseaua \"Łódź\", ë; 'n\uD83D\uDE00";
        Report report =
                ReportSamples.of(MANAGEMENT, ReportSamples.table("a", Row.of(label, Cell.count(1), Cell.count(1))));

        assertThat(writer.write(report)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(read(report))
                .first()
                .extracting(line -> line.getField("row"))
                .isEqualTo(label);
    }

    @Test
    void anEmptyReportHasHeadingsOnly() {
        assertThat(read(ReportSamples.empty(PUBLISHED))).isEmpty();
        assertThat(new String(writer.write(ReportSamples.empty(PUBLISHED)), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF" + String.join(",", FigureRows.COLUMNS) + "\r\n");
    }

    private List<NamedCsvRecord> read(Report report) {
        return CsvReader.builder()
                .detectBomHeader(true)
                .ofNamedCsvRecord(new ByteArrayInputStream(writer.write(report)))
                .stream()
                .toList();
    }
}

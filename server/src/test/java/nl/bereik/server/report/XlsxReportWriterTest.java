package nl.bereik.server.report;

import static nl.bereik.server.report.ReportSamples.DUTCH;
import static nl.bereik.server.report.ReportSamples.MANAGEMENT;
import static nl.bereik.server.report.ReportSamples.PUBLISHED;
import static nl.bereik.server.report.ReportSamples.REVISED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class XlsxReportWriterTest {
    private final XlsxReportWriter writer = new XlsxReportWriter();

    @Test
    void everyCellComesBackAsItWasGiven() throws IOException {
        ReportTable table = ReportSamples.table(
                "by-channel",
                Row.of("Straat", Cell.count(1232), Cell.percent(35, 99)),
                Row.part(1, "Huiskamer", Cell.suppressed(), Cell.minutes(205)),
                Row.total("Totaal", Cell.count(-3), Cell.notAvailable()));
        List<List<Object>> rows =
                Objects.requireNonNull(read(ReportSamples.of(MANAGEMENT, table)).get("Contacten"));

        assertThat(rows.subList(rows.indexOf(List.of("kanaal", "2025", "2024")), rows.size()))
                .startsWith(
                        List.of("kanaal", "2025", "2024"),
                        List.of("Straat", new BigDecimal("1232"), new BigDecimal("0.35")),
                        List.of("Huiskamer", "×", new BigDecimal("205")),
                        List.of("Totaal", new BigDecimal("-3"), "n.b."));
    }

    @Test
    void statesItsBasisOnTheFirstSheetAndAboveEachSection() throws IOException {
        Map<String, List<List<Object>>> published = read(ReportSamples.halfYear(PUBLISHED, DUTCH));

        assertThat(published.keySet()).first().isEqualTo("Basis");
        assertThat(published.get("Basis"))
                .contains(
                        List.of("Weergave", "gepubliceerd: getoetst op herleidbaarheid"),
                        List.of("Drempel", "minder dan 10 mensen wordt niet getoond"),
                        List.of("Uitgave", "2025S1-r1"));
        assertThat(published.values())
                .allSatisfy(sheet -> assertThat(sheet.get(1).get(0).toString())
                        .contains("gepubliceerd", "eerste halfjaar 2025", "10", "2025S1-r1"));
        assertThat(read(ReportSamples.halfYear(MANAGEMENT, DUTCH)).values())
                .allSatisfy(sheet -> assertThat(sheet.get(1).get(0).toString())
                        .contains("intern", "eerste halfjaar 2025", "Drempel: geen", "Uitgave: geen"));
        assertThat(published.get("Basis"))
                .contains(List.of("Herzien na verzegeling", "nee: vastgelegd bij de uitgave"));
        assertThat(read(ReportSamples.halfYear(MANAGEMENT, DUTCH)).get("Basis"))
                .contains(List.of("Herzien na verzegeling", "nee"));
        assertThat(read(ReportSamples.halfYear(REVISED, DUTCH)).get("Basis"))
                .contains(List.of("Herzien na verzegeling", "ja, laatst op 10 juli 2025, 22:45"));
    }

    @Test
    void aSuppressedFigureIsAMarkThatIsExplained() throws IOException {
        Report report = ReportSamples.of(
                PUBLISHED, ReportSamples.table("a", Row.of("Straat", Cell.suppressed(), Cell.suppressed())));

        Map<String, List<List<Object>>> sheets = read(report);

        assertThat(sheets.get("Contacten")).contains(List.of("Straat", "×", "×"));
        assertThat(sheets.values()).allSatisfy(sheet -> assertThat(sheet)
                .contains(List.of("×: minder dan 10 of ter bescherming weggelaten")));
    }

    @Test
    void whatLooksLikeAFormulaStaysText() throws IOException {
        Report report = ReportSamples.of(
                MANAGEMENT,
                "=1+1",
                ReportSamples.table(
                        "a",
                        Row.of("=HYPERLINK(\"x\")", Cell.count(1), Cell.count(2)),
                        Row.of("@SUM(A1)", Cell.count(1), Cell.count(2))));

        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(writer.write(report)), new ReadingOptions(true, false))) {
            List<org.dhatim.fastexcel.reader.Cell> cells = new ArrayList<>();
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheet.read()
                        .forEach(row -> row.forEach(cell -> {
                            if (cell != null) {
                                cells.add(cell);
                            }
                        }));
            }
            assertThat(cells).noneMatch(cell -> cell.getType() == CellType.FORMULA || cell.getFormula() != null);
            assertThat(cells)
                    .extracting(org.dhatim.fastexcel.reader.Cell::getValue)
                    .contains("=1+1", "=HYPERLINK(\"x\")", "@SUM(A1)");
        }
    }

    @Test
    void sheetsHaveNamesThatExcelTakes() throws IOException {
        String heading = "Een kop met [haken] en meer dan eenendertig tekens";
        Report report = new Report(
                "Rapport",
                ReportSamples.basis(MANAGEMENT, DUTCH),
                List.of(
                        new Section(heading, "", List.of()),
                        new Section(heading, "", List.of()),
                        new Section("basis", "", List.of()),
                        new Section("*", "", List.of())));

        assertThat(read(report).keySet())
                .containsExactly(
                        "Basis", "Een kop met  haken  en meer dan", "Een kop met  haken  en meer d 2", "basis 2", "-");
    }

    @Test
    void keepsHeadingsInSightAndUnusualLetters() throws IOException {
        Report report = ReportSamples.of(
                MANAGEMENT, ReportSamples.table("a", Row.of("Șoseaua Łódź & <ë>", Cell.count(1), Cell.count(2))));

        byte[] bytes = writer.write(report);

        assertThat(new String(
                        Objects.requireNonNull(ReportSamples.unzip(bytes).get("xl/worksheets/sheet2.xml")),
                        StandardCharsets.UTF_8))
                .contains("state=\"frozen\"", "ySplit=\"2\"");
        assertThat(read(report).get("Contacten"))
                .contains(List.of("Șoseaua Łódź & <ë>", BigDecimal.ONE, BigDecimal.valueOf(2)));
    }

    @Test
    void anEmptyReportHasItsBasis() throws IOException {
        assertThat(read(ReportSamples.empty(PUBLISHED))).containsOnlyKeys("Basis");
    }

    private Map<String, List<List<Object>>> read(Report report) throws IOException {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(writer.write(report)))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<List<Object>> rows = new ArrayList<>();
                sheet.read().forEach(row -> {
                    List<Object> values = new ArrayList<>();
                    row.forEach(cell -> {
                        if (cell != null && cell.getType() != CellType.EMPTY) {
                            values.add(cell.getValue());
                        }
                    });
                    rows.add(values);
                });
                sheets.put(sheet.getName(), rows);
            }
        }
        return sheets;
    }
}

package nl.bereik.server.report;

import static nl.bereik.server.report.ReportSamples.DUTCH;
import static nl.bereik.server.report.ReportSamples.LICENCE;
import static nl.bereik.server.report.ReportSamples.MANAGEMENT;
import static nl.bereik.server.report.ReportSamples.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTest {
    @Test
    void aTableHasACellForEachColumnAndNamesOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> ReportSamples.table("a", Row.of("x", Cell.count(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportSamples.table(
                        "a", Row.of("x", Cell.count(1), Cell.count(1)), Row.of("x", Cell.count(1), Cell.count(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportTable("a", "b", "c", List.of("d", "d"), List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> ReportSamples.table("No id"));
    }

    @Test
    void aChartDrawsATableThatIsThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportSamples.of(MANAGEMENT, ReportSamples.table("a"), chart("b", 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportSamples.of(MANAGEMENT, ReportSamples.table("a"), chart("a", 2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportSamples.of(MANAGEMENT, ReportSamples.table("a"), ReportSamples.table("a")));
    }

    @Test
    void textsAreOfWhatEveryFileCanHold() {
        assertThat(Row.of(" a\u0000b\n\uD800c ").label()).isEqualTo("a b  c");
        assertThat(new Section("x", "a\r\nb\rc\n\u0001d\n", List.of()).ownWords())
                .isEqualTo("a\nb\nc\n d");
        assertThatIllegalArgumentException().isThrownBy(() -> Row.of("\u0007 "));
    }

    @Test
    void sharesAreWholePercentsHalfUp() {
        assertThat(Cell.percent(35, 99)).isEqualTo(new Cell.Percent(BigDecimal.valueOf(35)));
        assertThat(Cell.percent(1, 8)).isEqualTo(new Cell.Percent(BigDecimal.valueOf(13)));
        assertThat(Cell.percent(0, 0)).isEqualTo(Cell.notAvailable());
    }

    @ParameterizedTest
    @MethodSource
    void theSameReportGivesTheSameBytes(ReportWriter writer) throws InterruptedException {
        byte[] first = writer.write(ReportSamples.halfYear(PUBLISHED, DUTCH));
        Thread.sleep(2_100);

        assertThat(writer.write(ReportSamples.halfYear(PUBLISHED, DUTCH))).isEqualTo(first);
    }

    static Stream<ReportWriter> theSameReportGivesTheSameBytes() {
        return Stream.of(
                new CsvReportWriter(), new JsonReportWriter(), new PdfReportWriter(), new OpenDataWriter(LICENCE));
    }

    private static ReportChart chart(String table, int column) {
        return new ReportChart(ReportChart.Kind.BAR, "x", "y", table, List.of(column));
    }
}

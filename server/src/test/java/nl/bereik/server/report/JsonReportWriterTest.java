package nl.bereik.server.report;

import static nl.bereik.server.report.ReportSamples.DUTCH;
import static nl.bereik.server.report.ReportSamples.MANAGEMENT;
import static nl.bereik.server.report.ReportSamples.PUBLISHED;
import static nl.bereik.server.report.ReportSamples.REVISED;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.junit.jupiter.api.Test;

class JsonReportWriterTest {
    private final JsonReportWriter writer = new JsonReportWriter();

    @Test
    void statesItsBasis() {
        JsonObject published = read(ReportSamples.halfYear(PUBLISHED, DUTCH)).object("basis");

        assertThat(published.text("view")).isEqualTo("published");
        assertThat(published.text("period")).isEqualTo("eerste halfjaar 2025");
        assertThat(published.number("threshold")).isEqualTo(10);
        assertThat(published.number("rounding")).isEqualTo(5);
        assertThat(published.text("release")).isEqualTo("2025S1-r1");
        assertThat(published.text("madeAt")).isEqualTo("2025-07-14T08:30:00Z");
        JsonObject management = read(ReportSamples.halfYear(MANAGEMENT, DUTCH)).object("basis");
        assertThat(management.text("view")).isEqualTo("management");
        assertThat(management.members()).containsEntry("threshold", null).containsEntry("release", null);
        assertThat(management.members()).containsEntry("revisedAt", null);
        assertThat(read(ReportSamples.halfYear(REVISED, DUTCH)).object("basis").text("revisedAt"))
                .isEqualTo("2025-07-10T20:45:00Z");
    }

    @Test
    void everyCellSaysWhetherItIsAFigure() {
        ReportTable table = ReportSamples.table(
                "by-channel",
                Row.of("Straat", Cell.count(1232), new Cell.Percent(new BigDecimal("35.5"))),
                Row.part(2, "Huiskamer", Cell.suppressed(), Cell.notAvailable()));

        JsonObject block = blocks(read(ReportSamples.of(PUBLISHED, table))).get(0);

        assertThat(block.text("id")).isEqualTo("by-channel");
        assertThat(block.list("columns", String.class)).containsExactly("2025", "2024");
        List<JsonObject> rows = block.list("rows", JsonObject.class);
        assertThat(rows.get(1).number("depth")).isEqualTo(2);
        assertThat(rows)
                .flatExtracting(row -> row.list("cells", JsonObject.class))
                .extracting(JsonObject::text)
                .containsExactly(
                        "{\"status\":\"value\",\"value\":1232,\"unit\":\"count\"}",
                        "{\"status\":\"value\",\"value\":35.5,\"unit\":\"percent\"}",
                        "{\"status\":\"suppressed\",\"value\":null,\"unit\":null}",
                        "{\"status\":\"not-available\",\"value\":null,\"unit\":null}");
    }

    @Test
    void holdsEveryBlockAndTheOwnWords() {
        JsonObject report = read(ReportSamples.halfYear(MANAGEMENT, DUTCH));

        assertThat(blocks(report))
                .extracting(block -> block.text("kind"))
                .containsExactly("keyFigures", "table", "chart", "table", "chart", "table");
        assertThat(report.list("sections", JsonObject.class).get(0).text("ownWords"))
                .contains("\n\nIn maart was de huiskamer");
    }

    @Test
    void anEmptyReportHasNoSections() {
        assertThat(read(ReportSamples.empty(PUBLISHED)).list("sections", JsonObject.class))
                .isEmpty();
    }

    private static List<JsonObject> blocks(JsonObject report) {
        return report.list("sections", JsonObject.class).get(0).list("blocks", JsonObject.class);
    }

    private JsonObject read(Report report) {
        return Json.readObject(writer.write(report));
    }
}

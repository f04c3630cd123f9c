package nl.bereik.server.report;

import static nl.bereik.server.report.ReportSamples.DUTCH;
import static nl.bereik.server.report.ReportSamples.LICENCE;
import static nl.bereik.server.report.ReportSamples.MANAGEMENT;
import static nl.bereik.server.report.ReportSamples.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.junit.jupiter.api.Test;

class OpenDataWriterTest {
    private final OpenDataWriter writer = new OpenDataWriter(LICENCE);
    private final Map<String, byte[]> files =
            ReportSamples.unzip(writer.write(ReportSamples.halfYear(PUBLISHED, DUTCH)));
    private final JsonObject descriptor = Json.readObject(file("datapackage.json"));
    private final JsonObject resource =
            descriptor.list("resources", JsonObject.class).get(0);
    private final List<NamedCsvRecord> lines =
            CsvReader.builder().ofNamedCsvRecord(new ByteArrayInputStream(file(resource.text("path")))).stream()
                    .toList();

    @Test
    void exactFiguresAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(ReportSamples.halfYear(MANAGEMENT, DUTCH)))
                .withMessageContaining("only published");
    }

    @Test
    void theDescriptorStatesBasisAndLicence() {
        assertThat(descriptor.text("view")).isEqualTo("published");
        assertThat(descriptor.text("period")).isEqualTo("eerste halfjaar 2025");
        assertThat(descriptor.number("threshold")).isEqualTo(10);
        assertThat(descriptor.text("release")).isEqualTo("2025S1-r1");
        assertThat(descriptor.list("licenses", JsonObject.class).get(0).text("name"))
                .isEqualTo("CC-BY-4.0");
        assertThat(resource.number("bytes")).isEqualTo(file("figures.csv").length);
    }

    @Test
    void theFiguresFitTheDescriptor() {
        JsonObject schema = resource.object("schema");
        List<JsonObject> fields = schema.list("fields", JsonObject.class);
        List<String> missing = schema.list("missingValues", String.class);
        List<String> key = schema.list("primaryKey", String.class);
        Set<List<String>> keys = new HashSet<>();

        assertThat(lines).hasSizeGreaterThan(100).allSatisfy(line -> {
            assertThat(line.getHeader())
                    .isEqualTo(fields.stream().map(field -> field.text("name")).toList());
            assertThat(keys.add(key.stream().map(line::getField).toList())).isTrue();
            fields.forEach(field -> requireFits(line.getField(field.text("name")), field, missing));
        });
    }

    @Test
    void aSuppressedFigureIsMissing() {
        assertThat(lines)
                .filteredOn(line -> line.getField("status").equals("suppressed"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.getField("value")).isEmpty());
        assertThat(lines)
                .filteredOn(line -> line.getField("status").equals("value"))
                .allSatisfy(line -> assertThat(line.getField("value")).isNotEmpty());
    }

    private byte[] file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private static void requireFits(String value, JsonObject field, List<String> missing) {
        JsonObject constraints = field.get("constraints") == null ? Json.readObject("{}") : field.object("constraints");
        if (missing.contains(value)) {
            assertThat(constraints.get("required")).as(field.text("name")).isNull();
            return;
        }
        switch (field.text("type")) {
            case "integer" -> assertThat(Long.parseLong(value)).isGreaterThanOrEqualTo(constraints.number("minimum"));
            case "number" -> assertThat(new BigDecimal(value)).isNotNull();
            case "date" -> assertThat(LocalDate.parse(value)).isNotNull();
            case "datetime" -> assertThat(Instant.parse(value)).isNotNull();
            default -> assertThat(field.text("type")).isEqualTo("string");
        }
        if (constraints.get("enum") != null) {
            assertThat(constraints.list("enum", String.class)).contains(value);
        }
        if (constraints.get("pattern") != null) {
            assertThat(value).matches(constraints.text("pattern"));
        }
    }
}

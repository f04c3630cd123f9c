package nl.bereik.server.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reports as a coordinator would send them; the numbers are those of the year 2025 that the counting tests fold. */
final class ReportSamples {
    static final Locale DUTCH = Locale.forLanguageTag("nl");
    static final String RELEASE = "2025S1-r1";
    static final View PUBLISHED = new View.Published(10, 5, RELEASE);
    static final View MANAGEMENT = new View.Management(null);
    static final View REVISED = new View.Management(Instant.parse("2025-07-10T20:45:00Z"));
    static final Licence LICENCE = new Licence(
            "CC-BY-4.0", "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/");

    private ReportSamples() {}

    static ReportBasis basis(View view, Locale language) {
        boolean dutch = language.getLanguage().equals("nl");
        return new ReportBasis(
                view,
                dutch ? "eerste halfjaar 2025" : "first half of 2025",
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 6, 30),
                Instant.parse("2025-07-14T08:30:00Z"),
                ZoneId.of("Europe/Amsterdam"),
                "Gelderland-Zuid",
                language);
    }

    static Report empty(View view) {
        return new Report("Rapport", basis(view, DUTCH), List.of());
    }

    static Report of(View view, Block... blocks) {
        return of(view, "", blocks);
    }

    static Report of(View view, String ownWords, Block... blocks) {
        return new Report("Rapport", basis(view, DUTCH), List.of(new Section("Contacten", ownWords, List.of(blocks))));
    }

    static ReportTable table(String id, Row... rows) {
        return new ReportTable(id, "Contacten", "kanaal", List.of("2025", "2024"), List.of(rows), List.of());
    }

    static ReportTable longTable(int rows) {
        List<Row> lines = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            lines.add(Row.of("Regel " + i, Cell.count(70_000 + i)));
        }
        return new ReportTable("long", "Een lange tabel", "regelnaam", List.of("aantal"), lines, List.of());
    }

    static IntakeOutflow intakeOf2016And2017() {
        return new IntakeOutflow(
                "2016-2017",
                LocalDate.of(2017, 12, 31),
                Cell.count(137),
                Cell.count(45),
                Cell.count(106),
                Cell.count(99),
                Cell.count(35),
                Cell.count(15),
                Cell.count(17),
                Cell.count(39),
                Cell.count(31),
                Cell.count(16));
    }

    /** The files of a zip by name, in their order. Through a file, as only that reads every kind of zip. */
    static Map<String, byte[]> unzip(byte[] zipped) {
        try {
            Path path = Files.createTempFile("report", ".zip");
            Files.write(path, zipped);
            Map<String, byte[]> files = new LinkedHashMap<>();
            try (ZipFile zip = new ZipFile(path.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
            Files.delete(path);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Report halfYear(View view, Locale language) {
        return new HalfYearSample(view, language).report();
    }
}

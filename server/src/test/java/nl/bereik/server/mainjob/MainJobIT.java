package nl.bereik.server.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of contacts, imported without coverage and synced, is exactly the year's figures. */
class MainJobIT {
    private static final int CONTACTS = 2_440;

    private final Path file;
    private final Programs programs;

    MainJobIT(@TempDir Path folder) throws IOException {
        programs = new Programs(folder);
        file = folder.resolve("contacts.jsonl");
        try (InputStream packed = resource("contacts.jsonl.gz");
                InputStream lines = new GZIPInputStream(packed)) {
            Files.copy(lines, file);
        }
    }

    @AfterEach
    void end() {
        programs.close();
    }

    @Test
    void aYearImportedWithoutCoverageBecomesItsFigures() throws Exception {
        assertThat(programs.phone("phone", "import", file.toString())).satisfies(imported -> {
            assertThat(imported.code()).isZero();
            assertThat(imported.out()).contains("Imported: 2440 new, 0 already here, 0 refused");
        });
        assertThat(programs.phone("phone", "sync").code()).isEqualTo(7);

        programs.startServer();
        String code = programs.firstStart().text("enrolmentCode");
        programs.enrol("phone", programs.address().toString());
        assertThat(programs.phone("phone", "sync").out()).contains("Arrived: 2440;", "Proved at");
        figuresAreExact();

        assertThat(programs.phone("phone", "import", file.toString()).out())
                .contains("Imported: 0 new, 2440 already here");
        assertThat(programs.phone("phone", "sync").code()).isZero();
        figuresAreExact();

        assertThat(programs.phone("other", "enrol", programs.address().toString(), code))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(7);
                    assertThat(refused.err()).contains("code has been used");
                });
    }

    @Test
    void killedAnywhereNothingIsLostAndNothingDoubled() throws Exception {
        Random random = new Random(seed());
        for (int i = 0; i < 4; i++) {
            Process importing = programs.startPhone("phone", "import", file.toString());
            importing.waitFor(300 + random.nextInt(900), TimeUnit.MILLISECONDS);
            importing.destroyForcibly().waitFor();
        }
        assertThat(programs.phone("phone", "import", file.toString()).code()).isZero();

        programs.startServer();
        programs.enrol("phone", programs.address().toString());
        for (int i = 0; i < 6; i++) {
            Process syncing = programs.startPhone("phone", "sync", "--tries", "2");
            syncing.waitFor(700 + random.nextInt(1_500), TimeUnit.MILLISECONDS);
            if (i % 2 == 0) {
                programs.killServer();
                programs.startServer();
                syncing.waitFor(60, TimeUnit.SECONDS);
            }
            syncing.destroyForcibly().waitFor();
        }
        assertThat(programs.phone("phone", "sync").out()).contains("waiting: 0;", ": the server holds all 2440");
        figuresAreExact();
    }

    private void figuresAreExact() throws IOException, InterruptedException {
        JsonObject expected;
        try (InputStream text = resource("expected.json")) {
            expected = Json.readObject(text.readAllBytes());
        }
        for (String period : expected.members().keySet()) {
            Map<String, ?> figures = programs.figures(period).members();
            expected.object(period).members().forEach((name, value) -> assertThat((Object) figures.get(name))
                    .as("%s %s", period, name)
                    .isEqualTo(value));
        }
        assertThat(programs.figures("2025").number("contacts")).isEqualTo(CONTACTS);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(MainJobIT.class.getResourceAsStream("/year-2025/" + name), name);
    }

    private static long seed() {
        long seed = Long.getLong("bereik.test.seed", System.nanoTime());
        System.out.println("seed " + seed + " (repeat with -Dbereik.test.seed=" + seed + ")");
        return seed;
    }
}

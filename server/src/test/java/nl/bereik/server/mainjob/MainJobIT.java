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

/** A backlog, imported without coverage and synced, is exactly its figures. */
class MainJobIT {
    private static final String YEAR = "year-2025";

    private final Path folder;
    private final Path file;
    private final Programs programs;

    MainJobIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        programs = new Programs(folder);
        file = unpacked(YEAR);
    }

    private Path unpacked(String name) throws IOException {
        Path unpacked = folder.resolve(name + ".jsonl");
        try (InputStream packed = resource(name + ".jsonl.gz");
                InputStream lines = new GZIPInputStream(packed)) {
            Files.copy(lines, unpacked);
        }
        return unpacked;
    }

    @AfterEach
    void end() {
        programs.close();
    }

    @Test
    void aYearImportedWithoutCoverageBecomesItsFigures() throws Exception {
        assertThat(programs.phone("phone", "import", file.toString())).satisfies(imported -> {
            assertThat(imported.code()).isZero();
            assertThat(imported.out()).contains("Imported: 2866 new, 0 already here, 0 refused");
        });
        assertThat(programs.phone("phone", "sync").code()).isEqualTo(7);

        programs.startServer();
        String code = programs.firstStart().text("enrolmentCode");
        programs.enrol("phone", programs.address().toString());
        assertThat(programs.phone("phone", "sync").out()).contains("Arrived: 2866;", "Proved at");
        figuresAreExact(YEAR);

        assertThat(programs.phone("phone", "import", file.toString()).out())
                .contains("Imported: 0 new, 2866 already here");
        assertThat(programs.phone("phone", "sync").code()).isZero();
        figuresAreExact(YEAR);

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
        assertThat(programs.phone("phone", "sync").out()).contains("waiting: 0;", ": the server holds all 2866");
        figuresAreExact(YEAR);
    }

    /** The table that the network reported to the ministry. */
    @Test
    void theIntakeAndOutflowOfTwoYearsComesOut() throws Exception {
        programs.startServer();
        programs.enrol("phone", programs.address().toString());
        Path backlog = unpacked("kap-2016-2017");
        assertThat(programs.phone("phone", "import", backlog.toString()).code()).isZero();
        assertThat(programs.phone("phone", "sync").code()).isZero();
        figuresAreExact("kap-2016-2017");
        assertThat(programs.figures("2025S1").number("trajectoriesRunning"))
                .as("those that never ended")
                .isEqualTo(31);
    }

    /** But for counting people by their codes, which the phone does not send yet. */
    private void figuresAreExact(String name) throws IOException, InterruptedException {
        JsonObject expected;
        try (InputStream text = resource(name + ".expected.json")) {
            expected = Json.readObject(text.readAllBytes());
        }
        for (String period : expected.members().keySet()) {
            Map<String, ?> figures = programs.figures(period).members();
            Map<String, ?> exact = expected.object(period).members();
            assertThat(exact).hasSizeGreaterThan(30);
            exact.forEach((figure, value) -> {
                if (!figure.startsWith("distinctCodes")) {
                    assertThat((Object) figures.get(figure))
                            .as("%s %s", period, figure)
                            .isEqualTo(value);
                }
            });
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(MainJobIT.class.getResourceAsStream("/backlog/" + name), name);
    }

    private static long seed() {
        long seed = Long.getLong("bereik.test.seed", System.nanoTime());
        System.out.println("seed " + seed + " (repeat with -Dbereik.test.seed=" + seed + ")");
        return seed;
    }
}

package nl.bereik.server.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of the README that shows what Bereik does. */
class DemonstrationIT {
    @TempDir
    Path folder;

    @Test
    void phonesOfAServerOfItsOwnSyncUntilItEnds() throws Exception {
        try (Programs programs = new Programs(folder)) {
            Programs.Ended ended = programs.demo(2, 12);

            assertThat(ended.code()).as(ended.toString()).isZero();
            assertThat(ended.out())
                    .contains("2 phones are enrolled")
                    // 120 contacts, and the needs that their signals raise.
                    .containsPattern("phone 1: coverage, 1[2-9]\\d arrived; proved")
                    .containsPattern("phone 2: coverage, 1[2-9]\\d arrived; proved");
        }
    }
}

package nl.bereik.protocol.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in the docs is the one that the machine goes by. */
class NeedTableTest {
    private static final Path TABLE = Path.of("..", "docs", "need-states.md");

    @Test
    void theTableOfTheDocsIsThatOfTheMachine() throws IOException {
        String expected = Stream.of(NeedAct.values())
                .map(act -> "| %s | %s | %s | %s |"
                        .formatted(act, names(act.from()), act.to() == null ? "stays" : act.to(), names(act.by())))
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(TABLE))
                .contains("| act | from | to | by |\n|---|---|---|---|\n" + expected + "\n\n");
    }

    private static String names(Collection<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}

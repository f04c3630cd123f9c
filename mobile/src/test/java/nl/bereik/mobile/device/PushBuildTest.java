package nl.bereik.mobile.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The adapter that only builds for phones have is found by them, and by no other. */
class PushBuildTest {
    private static final Path PUSH = Path.of("src/push");

    @Test
    void theServiceFileNamesTheAdapter() throws Exception {
        String name = Files.readString(
                        PUSH.resolve("resources/META-INF/services").resolve(PushRegistration.class.getName()))
                .strip();
        String source = Files.readString(PUSH.resolve("java").resolve(name.replace('.', '/') + ".java"));
        assertThat(source).contains("implements PushRegistration");
    }

    @Test
    void onTheDesktopThereIsNone() {
        assertThat(PushRegistration.attached().platform()).isEmpty();
    }
}

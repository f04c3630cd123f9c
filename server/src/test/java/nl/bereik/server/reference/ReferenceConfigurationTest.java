package nl.bereik.server.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.BereikProperties;
import nl.bereik.server.store.StartUpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReferenceConfigurationTest {
    @TempDir
    private Path data;

    @Test
    void startsWithTheRegionItKnows() {
        assertThat(read().etag()).isEqualTo(ReferenceData.gelderlandZuid().etag());
    }

    @Test
    void readsTheFileOfTheDataFolder() throws IOException {
        String other = ReferenceData.gelderlandZuid().json().text().replace("Gelderland-Zuid", "Elders");
        write(other);
        assertThat(read().region()).isEqualTo("Elders");
    }

    @Test
    void doesNotStartWithAFileThatIsWrong() throws IOException {
        write("{}");
        assertThatExceptionOfType(StartUpException.class)
                .isThrownBy(this::read)
                .withMessageContaining("reference.json");
    }

    private void write(String json) throws IOException {
        Files.write(data.resolve(ReferenceConfiguration.FILE), json.getBytes(StandardCharsets.UTF_8));
    }

    private ReferenceData read() {
        return new ReferenceConfiguration()
                .referenceData(new BereikProperties(data, new BereikProperties.Mongo(null), "team"));
    }
}

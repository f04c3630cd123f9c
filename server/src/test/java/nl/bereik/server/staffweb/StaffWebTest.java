package nl.bereik.server.staffweb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Runs the staff web on a port of this machine; the account is the one that the first start made. */
@SpringBootTest(
        classes = StaffWebApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "spring.main.banner-mode=off"})
abstract class StaffWebTest {
    /** Which the coordinator chooses. */
    static final String PASSWORD = "vier woorden achter elkaar";

    private static final Path DATA = temporary();

    @Autowired
    FakeFigures figures;

    @Autowired
    FakeInstalls installs;

    @Autowired
    FakeEnrolmentCodes codes;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry properties) {
        properties.add("bereik.data", DATA::toString);
    }

    @BeforeEach
    void empty() {
        figures.set(List.of());
        installs.set();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    static JsonObject firstStart() {
        try {
            return Json.readObject(Files.readAllBytes(DATA.resolve("first-start.json")));
        } catch (IOException e) {
            throw new AssertionError("the first start should have left its file", e);
        }
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("bereik-staff-web");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package nl.bereik.server.staffweb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.server.access.Role;
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

    private static final Pattern ONE_TIME = Pattern.compile("[0-9a-z]{4}(-[0-9a-z]{4}){3,5}");
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

    /** Somebody else than the coordinator of the first start, who has signed in. @param teams none for all of them */
    Visitor somebody(Role role, String... teams) {
        String name = "somebody-" + UUID.randomUUID().toString().substring(0, 8);
        List<String> fields = new ArrayList<>(List.of("name", name, "role", role.name()));
        Stream.of(teams).forEach(team -> fields.addAll(List.of("team", team)));
        if (teams.length == 0) {
            fields.addAll(List.of("everywhere", "on"));
        }
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.get("/accounts");
        Matcher oneTime = ONE_TIME.matcher(coordinator.post("/accounts", fields).body());
        if (!oneTime.find()) {
            throw new AssertionError("the account should have been made");
        }
        Visitor first = new Visitor(address());
        first.signIn(name, oneTime.group());
        first.choosePassword(oneTime.group(), PASSWORD);
        Visitor somebody = new Visitor(address());
        somebody.signIn(name, PASSWORD);
        return somebody;
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

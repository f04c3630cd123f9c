package nl.bereik.server.staffweb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.BereikServer;
import nl.bereik.server.ContactSamples;
import nl.bereik.server.TestPhone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server on its embedded store: a phone enrols with a code from the page, and the page moves. */
class WholeServerBrowserIT {
    private final HttpClient http = HttpClient.newHttpClient();
    private final TestPhone phone = new TestPhone();
    private boolean chosen;

    @TempDir
    Path folder = Path.of("");

    @Test
    void phoneEnrolledFromThePageMovesItsFiguresAndAccountsOutliveARestart() throws Exception {
        try (Browser browser = Browser.startOrSkip()) {
            try (ConfigurableApplicationContext server = start()) {
                Page page = signIn(browser, address(server));
                page.navigate(address(server) + "/phones");
                page.locator("button.primary").click();
                EnrolmentCode code =
                        EnrolmentCode.parse(page.locator(".code .value").textContent());
                send(server, SyncPaths.ENROL, phone.enrolRequest(code));
                page.navigate(address(server) + "/phones");
                page.locator("form[action$='/approve'] button").click();
                assertThat(page.locator("#installs")).containsText(phone.id().substring(0, 8));

                page.navigate(address(server) + "/figures/2025S1");
                assertThat(page.locator("body[data-connection=live]")).hasCount(1);
                assertThat(page.locator("#empty-title")).isVisible();
                send(server, SyncPaths.PUSH, contact());
                assertThat(page.locator("#tile-contacts .value")).hasText("1");
            }
            byte[] firstStart = Files.readAllBytes(folder.resolve("first-start.json"));
            try (ConfigurableApplicationContext again = start()) {
                Page page = signIn(browser, address(again));
                page.navigate(address(again) + "/figures/2025S1");
                assertThat(page.locator("#tile-contacts .value")).hasText("1");
                assertThat(status(again, "/api/v1/installs", key())).isEqualTo(200);
                assertThat(status(again, "/api/v1/installs", "wrong")).isEqualTo(401);
            }
            assertThat(Files.readAllBytes(folder.resolve("first-start.json"))).isEqualTo(firstStart);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(BereikServer.class)
                .run("--server.port=0", "--server.address=127.0.0.1", "--bereik.data=" + folder);
    }

    private Page signIn(Browser browser, String address) throws IOException {
        Page page = browser.context(new com.microsoft.playwright.Browser.NewContextOptions())
                .newPage();
        page.navigate(address + "/login");
        page.locator("#username").fill(secrets().text("account"));
        page.locator("#password")
                .fill(chosen ? StaffWebTest.PASSWORD : secrets().text("password"));
        page.locator("#password").press("Enter");
        if (!chosen) {
            page.locator("#old").fill(secrets().text("password"));
            page.locator("#new").fill(StaffWebTest.PASSWORD);
            page.locator("#again").fill(StaffWebTest.PASSWORD);
            page.locator("#again").press("Enter");
            chosen = true;
        }
        assertThat(page.locator("nav")).not().hasCount(0);
        return page;
    }

    private static byte[] contact() {
        JsonObject body = ContactCodec.encode(ContactSamples.contact(ContactSamples.DAY, Channel.ZONE));
        return PushBatch.encode(
                List.of(new PushItem(ContactSamples.id(1), 1, ContactCodec.KIND, ContactCodec.SCHEMA, body)));
    }

    private void send(ConfigurableApplicationContext server, String path, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(server) + path))
                .header(RequestProof.HEADER, phone.proof("POST", path, body, Instant.now()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .as(path)
                .isEqualTo(200);
    }

    private int status(ConfigurableApplicationContext server, String path, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(server) + path))
                .header("Authorization", "Bearer " + key)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private String key() throws IOException {
        return secrets().text("apiKey");
    }

    private JsonObject secrets() throws IOException {
        return Json.readObject(Files.readAllBytes(folder.resolve("first-start.json")));
    }

    private static String address(ConfigurableApplicationContext server) {
        return "http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port");
    }
}

package nl.bereik.server.staffweb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.sun.net.httpserver.HttpHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.bereik.server.install.Install;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * The staff web behind a proxy that speaks TLS, in a real browser: what it keeps, what it is told, what others can do.
 */
@TestPropertySource(properties = "server.forward-headers-strategy=native")
@DirtiesContext
@SuppressWarnings("NullAway.Init")
class TlsBrowserIT extends BrowserTest {
    private static final String PHONE = "x7Kp2mQ9aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final List<String> PAGES = List.of(
            "/figures/2025S1", "/published", "/phones", "/periods", "/accounts", "/audit", "/account", "/nothing");

    @TempDir
    static Path keys;

    private TlsServer front;
    private BrowserContext context;

    @BeforeEach
    void signedIn() throws Exception {
        figures.set(Contacts.year());
        installs.set(FakeInstalls.phone(
                PHONE, StaffWebApplication.NOW.minus(Duration.ofDays(40)), LocalDate.parse("2025-05-14")));
        Visitor.signedIn(address());
        front = new TlsServer(keys, new TlsFront(this::address));
        context = context(new NewContextOptions().setIgnoreHTTPSErrors(true).setLocale("nl-NL"));
        Page page = open(context);
        page.navigate(site() + "/login");
        enter(page, "coordinator", PASSWORD);
        assertThat(page.locator("nav")).not().hasCount(0);
        assertThat(page).hasURL(site() + "/figures");
        page.close();
    }

    @AfterEach
    void close() {
        context.close();
        front.close();
    }

    @Test
    void cookiesAreForThisHostOverTlsAndOutOfReachOfScripts() {
        Page page = open(context);
        page.navigate(site() + "/phones");
        page.locator("button[lang=en]").click();
        assertThat(page.locator("h1")).hasText("Phones");

        List<Cookie> cookies = context.cookies();
        assertThat(cookies)
                .extracting(cookie -> cookie.name)
                .containsExactlyInAnyOrder("__Host-session", "__Host-XSRF-TOKEN", "__Host-browser", "language");
        assertThat(cookies).allSatisfy(cookie -> {
            assertThat(cookie.secure).as(cookie.name).isTrue();
            assertThat(cookie.httpOnly).as(cookie.name).isTrue();
            assertThat(cookie.sameSite).as(cookie.name).isEqualTo(SameSiteAttribute.LAX);
            assertThat(cookie.domain).as(cookie.name).isEqualTo("localhost");
            assertThat(cookie.path).as(cookie.name).isEqualTo("/");
        });
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
    }

    @Test
    void everyPageKeepsToItsPolicyAndComesByTlsOnly() {
        Page page = open(context);
        for (String path : PAGES) {
            Response response = page.navigate(site() + path);
            assertThat(response.headerValue("strict-transport-security"))
                    .as(path)
                    .contains("max-age=31536000", "includeSubDomains");
            assertThat(response.headerValue("content-security-policy"))
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "object-src 'none'")
                    .doesNotContain("unsafe", "*", "http:", "data:");
            assertThat(response.headerValue("x-content-type-options")).as(path).isEqualTo("nosniff");
            assertThat(response.headerValue("referrer-policy")).as(path).isEqualTo("same-origin");
            assertThat(response.headerValue("cache-control")).as(path).contains("no-store");
            assertThat(page.locator("h1, h2").first()).isVisible();
        }
        // Of a page that is not for this account and of one that is not there, which keep to the policy as well.
        complaints.removeIf(complaint -> complaint.contains("status of 403") || complaint.contains("status of 404"));
    }

    @Test
    void pagesWorkAndNameTheAddressOfTheProxy() {
        Page page = open(context);
        page.navigate(site() + "/figures/2025S1");
        assertThat(page.locator("body[data-connection=live]")).hasCount(1);
        page.navigate(site() + "/phones");
        page.locator("button.primary").click();
        assertThat(page.locator(".code ol")).containsText(site());
    }

    /** The first is another site, to which a browser sends no cookies; the second a neighbour, to which it does. */
    @ParameterizedTest
    @CsvSource({"127.0.0.1, false", "localhost, true"})
    void formOfAnotherOriginChangesNothing(String host, boolean withSession) throws Exception {
        String trap = "<form method='post' action='" + site() + "/phones/" + PHONE + "/revoke'>"
                + "<input name='_csrf' value='guessed'><button>Win a prize</button></form>";
        try (TlsServer other = new TlsServer(keys, page(trap))) {
            Page page = open(context);
            page.navigate(other.address(host));
            Response refused = page.waitForResponse(
                    site() + "/**", () -> page.locator("button").click());

            assertThat(sentSession(refused.request())).isEqualTo(withSession);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(installs.find(PHONE).map(Install::active).block()).isTrue();
            page.navigate(site() + "/phones");
            assertThat(page.locator("#installs")).containsText("x7Kp2mQ9");
            assertThat(page.locator(".badge")).not().containsText("ingetrokken");
            assertThat(complaints).isNotEmpty().allMatch(complaint -> complaint.contains("status of 403"));
            complaints.clear();
        }
    }

    @Test
    void pageInAFrameOfAnotherSiteStaysEmpty() throws Exception {
        String frame = "<iframe src='" + site() + "/login'></iframe>";
        try (TlsServer other = new TlsServer(keys, page(frame))) {
            Page page = open(context);
            page.navigate(other.address("127.0.0.1"));
            assertThat(page.frameLocator("iframe").locator("#username")).hasCount(0);
            assertThat(complaints).anyMatch(complaint -> complaint.contains("frame-ancestors"));
            complaints.clear();
        }
    }

    private static HttpHandler page(String content) {
        byte[] html = ("<!DOCTYPE html>" + content).getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
        };
    }

    private static boolean sentSession(Request request) {
        return String.valueOf(request.allHeaders().get("cookie")).contains("__Host-session=");
    }

    private String site() {
        return front.address("localhost");
    }
}

package nl.bereik.server.staffweb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.bereik.server.account.TotpCodes;
import org.junit.jupiter.api.Test;

/** The pages about people, and what the browser is told to allow, in a real browser. */
class PeopleBrowserIT extends BrowserTest {
    @Test
    void newPersonGetsInWithOneTimePasswordAndSecondStep() {
        for (String language : List.of("nl-NL", "en-GB")) {
            String name = "anja-" + UUID.randomUUID().toString().substring(0, 4);
            Page page = signedIn(language);
            visit(page, "/accounts", language);
            page.locator("#name").fill(name);
            page.locator("input[value=WORKER]").check();
            page.locator("input[value=COORDINATOR]").check();
            page.locator("form.fields button").click();
            String oneTime = page.locator(".card.code .value").textContent();
            look(page, "accounts-made", language);
            visit(page, "/accounts/" + name, language);
            visit(page, "/account", language);
            page.locator("form[action='/logout'] button").click();
            visit(page, "/login", language);

            enter(page, name, oneTime);
            assertThat(page.locator("#old")).isFocused();
            look(page, "password", language);
            page.locator("#old").fill(oneTime);
            page.locator("#new").fill("kort");
            page.locator("#new").evaluate("field => field.removeAttribute('minlength')");
            page.locator("#again").fill("kort");
            page.locator("#again").press("Enter");
            assertThat(page.locator("#problem")).isVisible();
            look(page, "password-problem", language);
            page.locator("#old").fill(oneTime);
            page.locator("#new").fill(PASSWORD);
            page.locator("#again").fill(PASSWORD);
            page.locator("#again").press("Enter");
            assertThat(page.locator("nav").first()).isVisible();

            visit(page, "/account/second-step", language);
            assertThat(page.locator("svg.qr")).isVisible();
            String secret =
                    Objects.requireNonNull(page.locator("input[name=secret]").getAttribute("value"));
            page.locator("#code").fill(TotpCodes.of(secret, StaffWebApplication.NOW, 0));
            page.locator("#password").fill("a wrong one");
            page.locator("#password").press("Enter");
            assertThat(page.locator("#problem")).isVisible();
            assertThat(page.locator("#password")).isFocused();
            look(page, "second-step-problem", language);
            page.locator("#code").fill(TotpCodes.of(secret, StaffWebApplication.NOW, 0));
            page.locator("#password").fill(PASSWORD);
            page.locator("#password").press("Enter");
            assertThat(page.locator(".paper li")).hasCount(8);
            look(page, "second-step-done", language);
            page.locator("form[action='/logout'] button").click();

            enter(page, name, PASSWORD);
            assertThat(page.locator("#code")).isFocused();
            look(page, "code", language);
            page.locator("#code").fill(TotpCodes.of(secret, StaffWebApplication.NOW, 1));
            page.locator("#code").press("Enter");
            assertThat(page.locator("nav").first()).isVisible();
            page.context().close();
            complaints.removeIf(complaint -> complaint.contains("422"));
        }
    }

    @Test
    void browserIsToldWhatItMayDoOnEveryPage() {
        Page page = signedIn("nl-NL");
        for (String path : List.of("/figures/2025S1", "/phones", "/accounts", "/account", "/account/second-step")) {
            Response response = Objects.requireNonNull(page.navigate(address() + path));
            Map<String, String> headers = response.allHeaders();
            assertThat(headers.get("content-security-policy"))
                    .as(path)
                    .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers)
                    .as(path)
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("referrer-policy", "same-origin")
                    .containsEntry("cross-origin-opener-policy", "same-origin")
                    .containsEntry("cross-origin-resource-policy", "same-origin")
                    .containsKey("permissions-policy");
            assertThat(headers.get("cache-control")).as(path).contains("no-store");
        }
        assertThat(page.context().cookies())
                .filteredOn(cookie -> !cookie.name.equals("language"))
                .extracting(cookie -> cookie.name)
                .contains("session", "browser", "XSRF-TOKEN");
        for (Cookie cookie : page.context().cookies()) {
            assertThat(cookie.httpOnly).as(cookie.name).isTrue();
        }
    }

    @Test
    void scriptAndStylePutInThePageDoNotRun() {
        Page page = signedIn("nl-NL");
        page.navigate(address() + "/accounts");

        page.evaluate("() => { const script = document.createElement('script');"
                + " script.textContent = 'window.didRun = 1'; document.body.append(script); }");
        page.evaluate("() => document.body.insertAdjacentHTML('beforeend',"
                + " '<p id=\"put\" style=\"color: red\" onclick=\"window.didRun = 2\">x</p>')");
        page.locator("#put").click();

        assertThat(page.evaluate("window.didRun")).isNull();
        assertThat(page.evaluate("document.getElementById('put').style.color")).isEqualTo("");
        assertThat(complaints)
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(text -> text.contains("Content Security Policy"));
        complaints.clear();
    }

    @Test
    void endOfTheSessionIsToldBeforeAndCanBePutOff() {
        Page page = signedIn("en-GB");
        page.clock().install();
        page.navigate(address() + "/account");
        assertThat(page.locator(".foot")).containsText("You stay signed in until");
        assertThat(page.locator("#session-ends")).isHidden();

        page.clock().fastForward(Duration.ofMinutes(28).plusSeconds(10).toMillis());
        assertThat(page.locator("#session-ends")).isVisible();
        look(page, "session-ends", "en-GB");
        page.locator("[data-stay]").click();

        assertThat(page.locator("#session-ends")).isHidden();
        page.clock().fastForward(Duration.ofMinutes(28).plusSeconds(10).toMillis());
        assertThat(page.locator("#session-ends")).isVisible();
    }

    private void visit(Page page, String path, String language) {
        page.navigate(address() + path);
        look(page, path.replaceAll("-[0-9a-f]{4}$", "").substring(1).replace('/', '-'), language);
    }
}

package nl.bereik.server.staffweb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reach.NeedCounts;
import nl.bereik.server.install.Install;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A coordinator at work in a real browser. */
class StaffWebBrowserIT extends BrowserTest {
    private static final String PHONE = "x7Kp2mQ9aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    @BeforeEach
    void fill() {
        figures.set(Contacts.year());
        figures.setNeeds(NeedCounts.zero());
        installs.set(FakeInstalls.phone(
                PHONE, StaffWebApplication.NOW.minus(Duration.ofDays(40)), LocalDate.parse("2025-05-14")));
    }

    @Test
    void figuresMoveWithoutReloadingFoldingOrScrolling() {
        Page page = signedIn("nl-NL");
        assertThat(page.locator("h1")).hasText("Bereik, eerste halfjaar 2025");
        assertThat(page.locator("#tile-contacts .value")).hasText("1.234");
        assertThat(page.locator("body[data-connection=live]")).hasCount(1);
        page.locator("summary").click();
        assertThat(page.locator("#months-rows tr").first().locator("td").first())
                .hasText("600");
        page.evaluate("window.same = true; window.scrollTo(0, 400)");
        Object scrolled = page.evaluate("window.scrollY");

        figures.add(Contacts.many(7, "2025-01-20", Channel.ZONE, "Nijmegen"));

        assertThat(page.locator("#tile-contacts .value")).hasText("1.241");
        assertThat(page.locator("#summary")).hasText("1.241 contactmomenten in deze periode");
        assertThat(page.locator("#months-rows tr").first().locator("td").first())
                .hasText("607");
        assertThat(page.locator("details")).hasAttribute("open", "");
        assertThat(chart(page)).contains("607");
        assertThat(page.evaluate("window.same")).isEqualTo(true);
        assertThat(page.evaluate("window.scrollY")).isEqualTo(scrolled);
    }

    @Test
    void needsMoveWithoutReloadingToo() {
        Page page = signedIn("nl-NL");
        assertThat(page.locator("body[data-connection=live]")).hasCount(1);
        assertThat(page.locator("#tile-needs .value")).hasText("0");
        page.evaluate("window.same = true");

        figures.setNeeds(NeedSamplesOfFigures.counts());

        assertThat(page.locator("#tile-needs .value")).hasText("5");
        assertThat(page.locator("#rows-needs-lifeDomain tr").first().locator("th"))
                .hasText("Uitstappen");
        assertThat(page.evaluate("window.same")).isEqualTo(true);
        page.setViewportSize(390, 844);
        page.reload();
        assertThat(page.locator("#tile-needs .value")).hasText("5");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    @Test
    void firstContactTurnsTheEmptyPageIntoFigures() {
        figures.set(List.of());
        Page page = signedIn("nl-NL");
        assertThat(page.locator("#empty-title")).containsText("Nog geen contactmomenten");
        assertThat(page.locator("body[data-connection=live]")).hasCount(1);

        figures.add(Contacts.many(3, "2025-05-14", Channel.ONLINE, "Tiel"));

        assertThat(page.locator("#tile-contacts .value")).hasText("3");
        assertThat(page.locator("canvas")).isVisible();
        assertThat(chart(page)).contains("3");
    }

    @Test
    void lostConnectionIsToldAndMadeUpFor() {
        Page page = signedIn("en-GB");
        assertThat(page.locator("body[data-connection=live]")).hasCount(1);

        page.route("**/figures/changes", Route::abort);
        figures.cutOff();
        assertThat(page.locator("#connection")).containsText("Connection lost");
        figures.add(Contacts.many(1, "2025-05-14", Channel.ONLINE, "Tiel"));
        assertThat(page.locator("#tile-contacts .value")).hasText("1,234");
        page.unroute("**/figures/changes");

        assertThat(page.locator("#tile-contacts .value")).hasText("1,235");
        assertThat(page.locator("#connection")).not().containsText("Connection lost");
        assertThat(complaints).isNotEmpty().allMatch(complaint -> complaint.contains("ERR_"));
        complaints.clear();
    }

    @Test
    void languageIsChosenAndKept() {
        Page page = signedIn("en-GB");
        assertThat(page.locator("h1")).hasText("Reach, first half of 2025");
        assertThat(page.locator("#tile-contacts .value")).hasText("1,234");

        page.locator("button[lang=nl]").click();

        assertThat(page.locator("h1")).hasText("Bereik, eerste halfjaar 2025");
        assertThat(page.locator("html")).hasAttribute("lang", "nl");
        page.navigate(address() + "/phones");
        assertThat(page.locator("h1")).hasText("Telefoons");
    }

    @Test
    void everythingCanBeReachedByKeyboard() {
        Visitor.signedIn(address());
        Page page = open("nl-NL");
        page.navigate(address() + "/figures/2025S1");
        assertThat(page.locator("#username")).isFocused();
        page.keyboard().type("coordinator");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Bereik, eerste halfjaar 2025");

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        tabTo(page, page.locator("a.step").first());
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Bereik, tweede halfjaar 2024");
        tabTo(page, page.locator("summary"));
        page.keyboard().press("Enter");
        assertThat(page.locator("details")).hasAttribute("open", "");

        page.navigate(address() + "/phones");
        tabTo(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nieuwe code")));
        page.keyboard().press("Enter");
        assertThat(page.locator("#code-title")).isFocused();
        tabTo(page, page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Telefoon x7Kp2mQ9 intrekken")));
        page.keyboard().press("Enter");
        assertThat(page.locator("#revoke-title")).isFocused();
    }

    @Test
    void phoneIsEnrolledAndRevoked() {
        Page page = signedIn("nl-NL");
        page.locator("nav a[href='/phones']").click();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nieuwe code"))
                .click();
        assertThat(page.locator(".code .value")).hasText(Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}"));
        assertThat(page.locator(".code .value")).hasText(codes.last());
        assertThat(page.locator(".code")).containsText("tot 22:55");
        assertThat(page.locator(".code ol")).containsText(address());

        page.locator(".action a[href$='/revoke']").click();
        assertThat(page.locator(".card.danger")).containsText("gaat verloren");
        page.locator("button.danger").click();

        assertThat(page.locator(".notice.good")).containsText("Telefoon x7Kp2mQ9 is ingetrokken");
        assertThat(page.locator(".badge")).containsText("ingetrokken op");
        assertThat(page.locator(".action a[href$='/revoke']")).hasCount(0);
    }

    @Test
    void phoneThatWaitsIsApprovedByItsDigits() {
        Install waiting = FakeInstalls.waiting(PHONE, StaffWebApplication.NOW);
        installs.set(waiting);
        Page page = signedIn("nl-NL");
        page.navigate(address() + "/phones");
        assertThat(page.locator("#pending .value")).hasText(waiting.digits().display());
        assertThat(page.locator("#pending")).containsText("gedragen door worker");
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        tabTo(
                page,
                page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName("Keur telefoon x7Kp2mQ9 goed: hij toont dezelfde cijfers")));
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice.good")).containsText("x7Kp2mQ9 is goedgekeurd");
        assertThat(page.locator("#pending .value")).hasCount(0);
    }

    @Test
    void wrongPasswordIsToldAndNothingElse() {
        Page page = open("en-GB");
        page.navigate(address() + "/login");
        enter(page, "coordinator", "wrong");

        assertThat(page.locator("[role=alert]")).containsText("do not belong together");
        assertThat(page.locator("#username")).isFocused();
    }

    @Test
    void narrowScreenNeedsNoScrollingSideways() {
        Page page = signedIn("nl-NL");
        page.setViewportSize(390, 844);
        for (String path : List.of("/figures/2025S1", "/phones", "/phones/" + PHONE + "/revoke")) {
            page.navigate(address() + path);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(390);
        }
    }

    /** What the chart draws, by its own account. */
    private static String chart(Page page) {
        return String.valueOf(page.evaluate(
                "JSON.stringify(Chart.getChart(document.querySelector('canvas')).data.datasets.map(d => d.data))"));
    }
}

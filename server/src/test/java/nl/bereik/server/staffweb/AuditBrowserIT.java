package nl.bereik.server.staffweb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.stored;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditStore;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.period.MemoryPeriodSeals;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit trail and the half-years in a real browser, wide and narrow; {@code -Dbereik.test.pictures} keeps pictures. */
class AuditBrowserIT extends StaffWebTest {
    private static final int NARROW = 390;

    @Autowired
    MemoryAuditStore store;

    @Autowired
    MemoryPeriodSeals seals;

    @Autowired
    MemoryContactStore contacts;

    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void fill() {
        store.clear();
        seals.clear();
        note("coordinator", AuditAct.PHONE_APPROVED, "x7Kp2mQ9aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 50);
        note("phone:x7Kp2mQ9aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", AuditAct.KEY_HANDED, "team", 49);
        note("unknown", AuditAct.SIGN_IN_FAILED, "", 9);
        note("coordinator", AuditAct.PERIOD_SEALED, "2024S2", 8);
        note("server", AuditAct.RETENTION_DONE, "contacts", 7);
        for (int i = 1; i <= 60; i++) {
            note("case.manager", AuditAct.FIGURES_READ, "2025S1", 6);
        }
        contacts.insert(List.of(stored(77, "team", contact(LocalDate.parse("2022-11-05"), Channel.STREET))))
                .block();
    }

    @Test
    void isReadFilteredAndVerifiedByKeyboardInBothLanguages() {
        try (Browser browser = Browser.startOrSkip()) {
            for (String language : List.of("nl-NL", "en-GB")) {
                Page page = signedIn(browser, language);
                boolean dutch = language.startsWith("nl");
                page.navigate(address() + "/audit");
                assertThat(page.locator("tbody tr")).hasCount(50);
                picture(page, "audit-" + language);

                page.locator("select[name=act]").focus();
                page.keyboard().type(dutch ? "Kon zich" : "Could not");
                page.keyboard().press("Tab");
                page.keyboard().press("Tab");
                page.keyboard().press("Tab");
                page.keyboard().press("Tab");
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(dutch ? "Tonen" : "Show"))
                        .press("Enter");
                assertThat(page.locator("tbody tr")).hasCount(1);
                assertThat(page.locator("tbody")).containsText(dutch ? "onbekend" : "unknown");

                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(dutch ? "Logboek nakijken" : "Verify the trail"))
                        .press("Enter");
                assertThat(page.locator(".notice.good")).containsText(dutch ? "Nagekeken" : "Verified");
                picture(page, "audit-verified-" + language);
                store.tamper(3);
                page.locator("main .primary").press("Enter");
                assertThat(page.locator(".notice.bad")).containsText("3");
                picture(page, "audit-broken-" + language);
                fill();
                page.context().close();
            }
        }
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void aHalfYearIsSealedAfterAQuestion() {
        try (Browser browser = Browser.startOrSkip()) {
            for (String language : List.of("nl-NL", "en-GB")) {
                seals.clear();
                Page page = signedIn(browser, language);
                page.navigate(address() + "/periods");
                picture(page, "periods-" + language);
                page.locator("a[href='/periods/2022S2/seal']").press("Enter");
                assertThat(page.locator("h1")).containsText("2022");
                picture(page, "seal-" + language);
                page.locator("main button.danger").press("Enter");
                assertThat(page.locator(".badge.good")).hasCount(1);
                picture(page, "periods-sealed-" + language);
                page.context().close();
            }
        }
        Assertions.assertThat(complaints).isEmpty();
    }

    private void note(String who, AuditAct act, String id, long hoursAgo) {
        store.append(who, act, id, StaffWebApplication.NOW.minus(Duration.ofHours(hoursAgo)));
    }

    private Page signedIn(Browser browser, String language) {
        Visitor.signedIn(address());
        BrowserContext context =
                browser.context(new NewContextOptions().setLocale(language).setViewportSize(1320, 940));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!"log".equals(message.type()) && !"info".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.navigate(address() + "/login");
        page.locator("#username").fill("coordinator");
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
        assertThat(page.locator("nav")).not().hasCount(0);
        return page;
    }

    /** Wide and narrow; nothing may stick out of the narrow one. */
    private static void picture(Page page, String name) {
        String folder = System.getProperty("bereik.test.pictures");
        for (int width : new int[] {1320, NARROW}) {
            page.setViewportSize(width, width == NARROW ? 844 : 940);
            Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d", name, width)
                    .isEqualTo(width);
            if (folder != null) {
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + "-" + width + ".png")));
            }
        }
        page.setViewportSize(1320, 940);
    }
}

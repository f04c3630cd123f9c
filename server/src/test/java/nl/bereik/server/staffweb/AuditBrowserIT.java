package nl.bereik.server.staffweb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.stored;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditStore;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.reach.PeriodParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The audit trail and the half-years in a real browser, wide and narrow; {@code -Dbereik.test.pictures} keeps pictures.
 */
class AuditBrowserIT extends BrowserTest {
    @Autowired
    MemoryAuditStore store;

    @Autowired
    PeriodParts periods;

    @Autowired
    MemoryPeriodSeals seals;

    @Autowired
    MemoryContactStore contacts;

    @BeforeEach
    void fill() {
        store.clear();
        periods.clear();
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
        for (String language : List.of("nl-NL", "en-GB")) {
            Page page = signedIn(language);
            boolean dutch = language.startsWith("nl");
            page.navigate(address() + "/audit");
            assertThat(page.locator("tbody tr")).hasCount(50);
            look(page, "audit", language);

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
            look(page, "audit-verified", language);
            store.tamper(3);
            page.locator("main .primary").press("Enter");
            assertThat(page.locator(".notice.bad")).containsText("3");
            look(page, "audit-broken", language);
            fill();
            page.context().close();
        }
    }

    @Test
    void aHalfYearIsSealedAfterAQuestion() {
        for (String language : List.of("nl-NL", "en-GB")) {
            seals.clear();
            Page page = signedIn(language);
            page.navigate(address() + "/periods");
            look(page, "periods", language);
            page.locator("a[href='/periods/2022S2/seal']").press("Enter");
            assertThat(page.locator("h1")).containsText("2022");
            look(page, "seal", language);
            page.locator("main button.danger").press("Enter");
            assertThat(page.locator(".badge.good")).hasCount(1);
            look(page, "periods-sealed", language);
            page.context().close();
        }
    }

    private void note(String who, AuditAct act, String id, long hoursAgo) {
        store.append(who, act, id, StaffWebApplication.NOW.minus(Duration.ofHours(hoursAgo)));
    }
}

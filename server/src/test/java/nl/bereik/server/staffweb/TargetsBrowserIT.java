package nl.bereik.server.staffweb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import nl.bereik.protocol.reach.NeedCounts;
import nl.bereik.server.target.MemoryTargetStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Agreeing targets and looking around in the figures, in a real browser, wide and narrow;
 * {@code -Dbereik.test.pictures} keeps pictures.
 */
class TargetsBrowserIT extends BrowserTest {
    @Autowired
    MemoryTargetStore targets;

    @BeforeEach
    void fill() {
        targets.clear();
        figures.set(Contacts.year());
        figures.setNeeds(NeedCounts.zero());
    }

    @Test
    void aTargetIsAgreedMendedAndTakenBackByKeyboard() {
        for (String language : languages()) {
            targets.clear();
            Page page = signedIn(language);
            page.locator("nav a[href='/targets']").click();
            assertThat(page.locator("#empty-title")).isVisible();
            look(page, "targets-none", language);

            tabTo(page, page.locator("#number"));
            page.keyboard().type("veel");
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice.bad a")).hasCount(2);
            assertThat(page.locator("#number")).hasAttribute("aria-describedby", "number-error");
            assertThat(page.locator("#number")).hasValue("veel");
            look(page, "targets-wrong", language);

            agree(page, "CONTACTS", "3000", "2025");
            agree(page, "CONTACTS_INTERNET", "5000", "2025");
            agree(page, "PEOPLE_IN_TRAJECTORY", "60", "2025");
            agree(page, "PROFESSIONALS_REACHED", "30", "2025S1");
            agree(page, "CONTACTS", "900", "2024S2");
            agree(page, "NEEDS", "40", "2026");
            assertThat(page.locator(".notice.good")).isVisible();
            assertThat(page.locator(".targets li")).hasCount(6);
            look(page, "targets", language);

            page.navigate(address() + "/figures/2025S1");
            assertThat(page.locator("#targets li")).hasCount(4);
            page.locator("#targets").scrollIntoViewIfNeeded();
            look(page, "figures-with-targets", language);

            page.navigate(address() + "/targets");
            tabTo(page, page.locator("a[href='/targets/region/2025/CONTACTS']"));
            page.keyboard().press("Enter");
            assertThat(page.locator("#number")).hasValue("3000");
            look(page, "target", language);
            page.locator("#number").fill("2000");
            page.keyboard().press("Enter");
            assertThat(page.locator("#target-region-2025-CONTACTS"))
                    .containsText(language.startsWith("nl") ? "2.000" : "2,000");
            page.locator("a[href='/targets/region/2025/CONTACTS/remove']").click();
            assertThat(page.locator("#remove-title")).isVisible();
            look(page, "target-remove", language);
            page.locator("button.danger").click();
            assertThat(page.locator(".targets li")).hasCount(5);
            complaints.removeIf(complaint -> complaint.contains("422"));
        }
    }

    @Test
    void aTargetIsAgreedWithoutAScript() {
        Visitor.signedIn(address());
        BrowserContext plain =
                context(new NewContextOptions().setLocale("nl-NL").setJavaScriptEnabled(false));
        Page page = open(plain);
        page.navigate(address() + "/login");
        enter(page, "coordinator", PASSWORD);
        page.navigate(address() + "/targets");
        agree(page, "CONTACTS", "3000", "2025");
        assertThat(page.locator(".targets li")).containsText("1.234 van 3.000, in dit tempo 3.386 op 31 december 2025");
        page.navigate(address() + "/explore?show=contacts-by-topics");
        assertThat(page.locator(".lying li").first()).containsText("1.234");
        page.locator("summary").click();
        assertThat(page.locator("figure + details table")).isVisible();
    }

    @Test
    void figuresAreExploredByKeyboard() {
        for (String language : languages()) {
            Page page = signedIn(language);
            page.locator("nav a[href='/explore']").click();
            assertThat(page.locator("figure")).hasCount(4);
            look(page, "explore", language);

            tabTo(page, page.locator("svg.standing g[role=img]").first());
            assertThat(page.locator("svg.standing g[role=img]").first())
                    .hasAttribute("aria-label", Pattern.compile("jan: 600; .*", Pattern.CASE_INSENSITIVE));

            page.locator("#show").selectOption("contacts-by-area");
            page.locator("#period").selectOption("MONTHS");
            page.locator("#from").fill("2024-01");
            page.locator("#to").fill("2025-06");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(language.startsWith("nl") ? "Laat zien" : "Show"))
                    .click();
            assertThat(page.locator("figure")).hasCount(1);
            assertThat(page.locator(".lying li")).hasCount(3);
            page.locator("summary").click();
            look(page, "explore-areas", language);

            page.locator("#show").selectOption("contacts-by-month-and-channel");
            page.locator(".fields .primary").click();
            look(page, "explore-months", language);

            page.locator("#period").selectOption("2026");
            page.locator(".fields .primary").click();
            assertThat(page.locator("#empty-title")).isVisible();
            look(page, "explore-empty", language);

            page.navigate(address() + "/explore?period=2025S3&team=x");
            assertThat(page.locator(".notice.bad a")).hasCount(2);
            look(page, "explore-wrong", language);
            complaints.removeIf(complaint -> complaint.contains("422"));
        }
    }

    private static void agree(Page page, String figure, String number, String period) {
        page.locator("#figure").selectOption(figure);
        page.locator("#number").fill(number);
        page.locator("#period").selectOption(period);
        page.locator(".fields .primary").click();
        assertThat(page.locator(".notice.bad")).hasCount(0);
    }
}

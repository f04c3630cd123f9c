package nl.bereik.server.staffweb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reach.NeedCounts;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.reach.PeriodParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Reports, what leaves the building, and what came too late, in a real browser, wide and narrow;
 * {@code -Dbereik.test.pictures} keeps pictures.
 */
class ReportsBrowserIT extends BrowserTest {
    @Autowired
    PeriodParts periods;

    @Autowired
    MemoryContactStore contacts;

    @BeforeEach
    void fill() {
        periods.clear();
        figures.set(Contacts.year());
        figures.setNeeds(NeedCounts.zero());
    }

    @Test
    void aReportIsReadAndWrittenIn() {
        for (String language : languages()) {
            Page page = signedIn(language);
            page.locator("nav a[href='/reports']").click();
            assertThat(page.locator("h2").first()).isVisible();
            look(page, "report", language);
            page.navigate(address() + "/reports/2025S1/words");
            page.locator("textarea").first().fill("Het was een stille winter.\n\nIn maart werd het drukker.");
            look(page, "report-words", language);
            page.locator("main form button").first().click();
            assertThat(page.locator("p.own")).hasCount(2);
            twoWriteInOneChapter(page, language);
            page.navigate(address() + "/reports/2024S2");
            look(page, "report-before", language);
        }
    }

    private void twoWriteInOneChapter(Page page, String language) {
        page.navigate(address() + "/reports/2025S1/words");
        page.locator("textarea").first().fill("Van mij.");
        Page other = page.context().newPage();
        other.navigate(address() + "/reports/2025S1/words");
        other.locator("textarea").first().fill("Van een collega.");
        other.locator("main form button").first().click();
        assertThat(other.locator("p.own")).hasCount(1);
        other.close();
        page.locator("main form button").first().click();
        assertThat(page.locator("p.own")).hasText("Van een collega.");
        assertThat(page.locator("textarea").first()).hasValue("Van mij.");
        look(page, "report-words-changed", language);
        page.locator("main form button").first().click();
        assertThat(page.locator("p.own")).hasText("Van mij.");
        complaints.removeIf(complaint -> complaint.contains("422"));
    }

    @Test
    void aPeriodIsPublishedOnceAndWhatLeavesIsSeenBefore() {
        String[] halves = {"2024S2", "2024S1"};
        int at = 0;
        for (String language : languages()) {
            Page page = signedIn(language);
            page.navigate(address() + "/releases");
            look(page, "releases", language);
            String half = halves[at++];
            page.navigate(address() + "/releases/prepare?period=" + half);
            look(page, "release-not-sealed", language);

            page.navigate(address() + "/periods/" + half + "/seal");
            look(page, "seal", language);
            page.locator("button.danger").click();
            page.navigate(address() + "/releases/prepare?period=" + half);
            look(page, "release", language);
            page.locator("input[name=sure]").check();
            page.locator("button.danger").click();
            assertThat(page.locator("main a[href$='/pdf']").first()).isVisible();
            look(page, "published", language);
            page.locator("main tbody th a").first().click();
            assertThat(page.locator("main dl")).isVisible();
            look(page, "release-read", language);
            page.navigate(address() + "/releases/prepare?period=" + half);
            look(page, "release-again", language);
            complaints.removeIf(complaint -> complaint.contains("422"));
        }
    }

    @Test
    void whatCameTooLateIsSeenAndTakenInByKeyboard() {
        String[] halves = {"2022S2", "2022S1"};
        int at = 0;
        long number = 700;
        for (String language : languages()) {
            String half = halves[at++];
            LocalDate day = LocalDate.parse(half.equals("2022S2") ? "2022-11-05" : "2022-03-05");
            tell(++number, day, Channel.STREET);
            Page page = signedIn(language);
            page.navigate(address() + "/periods/" + half + "/seal");
            page.locator("button.danger").click();
            page.navigate(address() + "/periods/" + half + "/late");
            look(page, "late-none", language);
            tell(++number, day, Channel.ZONE);
            tell(++number, day, Channel.STREET);
            page.navigate(address() + "/periods");
            look(page, "periods", language);
            tabTo(page, page.locator("a[href='/periods/" + half + "/late']"));
            page.keyboard().press("Enter");
            assertThat(page.locator("tbody tr").first()).containsText("+2");
            look(page, "late", language);
            tell(++number, day, Channel.STREET);
            tabTo(page, page.locator("main form button"));
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice.bad")).isVisible();
            assertThat(page.locator("tbody tr").first()).containsText("+3");
            look(page, "late-changed", language);
            page.locator("main form button").click();
            assertThat(page.locator("#revision-0")).isVisible();
            assertThat(page.locator("main form")).hasCount(0);
            look(page, "late-taken-in", language);
        }
    }

    private void tell(long number, LocalDate on, Channel channel) {
        assertThat(contacts.insert(List.of(stored(number, "team", contact(on, channel))))
                        .block())
                .hasSize(1);
    }
}

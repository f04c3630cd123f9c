package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** On 14 May 2025. */
class ExploreSliceTest extends StaffWebTest {
    @Autowired
    MemoryAuditTrail trail;

    @BeforeEach
    void fill() {
        figures.set(Contacts.year());
    }

    @Test
    void theOverviewOfThisHalfYearHasItsChartsInWordsAndInTables() {
        Visitor coordinator = Visitor.signedIn(address());
        trail.clear();
        Visitor.Page page = coordinator.get("/explore");
        assertThat(page.status()).isEqualTo(200);
        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.FIGURES_READ, "2025S1"));
        assertThat(page.body())
                .contains(
                        "Verkennen, eerste halfjaar 2025",
                        "1.234 contactmomenten; de meeste in januari 2025 (600), de minste in februari 2025 (0).",
                        "aria-label=\"jan: 600; tippelzone 600\"",
                        "aria-label=\"apr: 200; huiskamer 200\"",
                        "Het vaakst: Nijmegen (800), daarna Tiel (400).",
                        "Alleen Advies (1.234).",
                        "<th scope=\"row\" class=\"depth-0\">januari 2025</th>",
                        "contacts-by-topics")
                .doesNotContain("??");
        assertThat(coordinator.get("/explore", "Accept-Language", "en-GB").body())
                .contains("1,234 contacts; most in January 2025 (600)", "Most often: Nijmegen (800), then Tiel (400).")
                .doesNotContain("??");
    }

    @Test
    void everyTableOfTheMenuIsShownWithItsChart() {
        Visitor coordinator = Visitor.signedIn(address());
        String menu = coordinator.get("/explore").body();
        List<String> ids = Pattern.compile("<option value=\"([a-z-]+-by-[a-z-]+)\"")
                .matcher(menu)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).hasSizeGreaterThan(25).doesNotHaveDuplicates();
        for (String id : ids) {
            Visitor.Page page = coordinator.get("/explore?period=2025&show=" + id);
            assertThat(page.status()).as(id).isEqualTo(200);
            assertThat(page.body())
                    .as(id)
                    .contains("id=\"" + id + "\"", "<option value=\"" + id + "\" selected=\"selected\">")
                    .doesNotContain("??");
        }
    }

    @Test
    void monthsOverYearsAreNamedWithTheirYear() {
        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator
                        .get("/explore?period=MONTHS&from=2024-11&to=2025-03")
                        .body())
                .contains("november 2024 – maart 2025", "aria-label=\"nov 24: 800; tippelzone 800\"")
                .contains("tabindex=\"0\"");
        assertThat(coordinator
                        .get("/explore?period=MONTHS&from=2024-11&to=2025-03&show=contacts-by-signals")
                        .body())
                .contains(
                        "name=\"here\" value=\"/explore?period=2024-11--2025-03&amp;team=&amp;show=contacts-by-signals");
        assertThat(coordinator.get("/explore?from=2024-11&to=2024-11").body())
                .as("months without saying so")
                .contains("Alleen november 2024 (800).");
        assertThat(coordinator.get("/explore?from=2016-01&to=2025-12").body())
                .as("too many to step through")
                .contains("aria-label=\"nov 24: 800")
                .doesNotContain("role=\"img\" tabindex=\"0\"");
    }

    @Test
    void whatIsNotInTheMenuIsNamedAndNothingIsRead() {
        Visitor coordinator = Visitor.signedIn(address());
        trail.clear();
        Visitor.Page page = coordinator.get("/explore?period=2025S9&team=elsewhere&show=%3Cscript%3E");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Er is niets te zien.", "id=\"period-error\"", "id=\"team-error\"", "id=\"show-error\"")
                .doesNotContain("<script>", "<figure");
        assertThat(coordinator.get("/explore?from=2025-05").body()).contains("id=\"to-error\"");
        assertThat(coordinator.get("/explore?from=2025-05&to=2025-04").body()).contains("niet vóór de eerste");
        assertThat(trail.noted()).isEmpty();
    }

    @Test
    void aPeriodWithoutAnythingSaysSo() {
        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator.get("/explore?period=2019").body())
                .contains("In deze periode is niets geteld", "period=2018")
                .doesNotContain("<figure");
        figures.set(Contacts.many(3, "2025-05-02", Channel.ZONE, "Tiel"));
        assertThat(coordinator.get("/explore?show=contacts-by-signals").body())
                .contains("Hiervan is in deze periode niets geteld")
                .doesNotContain("<figure");
    }
}

package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import nl.bereik.server.publish.Chapter;
import nl.bereik.server.publish.OwnWords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReportsSliceTest extends StaffWebTest {
    private static final Pattern SHOWN = Pattern.compile("name=\"(shown[.][A-Z]+)\" value=\"([^\"]+)\"");
    private static final Pattern TEXT =
            Pattern.compile("<textarea [^>]*name=\"([A-Z]+)\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);

    @Autowired
    MemoryAuditTrail trail;

    @BeforeEach
    void year() {
        figures.set(Contacts.year());
    }

    @Test
    void everyChapterIsThereWithThePeriodBefore() {
        Visitor coordinator = Visitor.signedIn(address());
        trail.clear();
        String page = coordinator.get("/reports/2025S1").body();
        assertThat(page)
                .contains(
                        "Rapport eerste halfjaar 2025",
                        "tweede halfjaar 2024",
                        "Contacten per gemeente en kanaal",
                        "Mensen in trajecten per leeftijd",
                        "Hulpvragen per leefgebied",
                        "1.234",
                        ">800<")
                .doesNotContain("??", "report.table");
        assertThat(trail.noted()).contains(new Noted("coordinator", AuditAct.REPORT_READ, "2025S1"));
        assertThat(coordinator.get("/reports", "Accept-Language", "en-GB").body())
                .contains("Report on first half of 2025", "Contacts by municipality and channel", "1,234")
                .doesNotContain("??");
        assertThat(coordinator.get("/reports/2016-2017").body()).contains("2016–2017", "2014–2015");
        assertThat(coordinator.get("/reports/2018-07--2019-06").body()).contains("juli 2018 – juni 2019");
        assertThat(coordinator.get("/reports/nonsense").status()).isEqualTo(404);
    }

    @Test
    void filesSayWhatTheyRestOn() {
        Visitor coordinator = Visitor.signedIn(address());
        trail.clear();
        for (String kind : List.of("csv", "json", "xlsx", "pdf")) {
            Visitor.Page file = coordinator.get("/reports/2025S1/" + kind);
            assertThat(file.status()).as(kind).isEqualTo(200);
            assertThat(file.headers().getFirst("Content-Disposition")).contains("bereik-2025S1-management." + kind);
        }
        assertThat(trail.noted()).hasSize(4).containsOnly(new Noted("coordinator", AuditAct.REPORT_TAKEN, "2025S1"));
        assertThat(coordinator.get("/reports/2025S1/csv").body()).contains("management", "contacts-by-channel");
        assertThat(coordinator.get("/reports/2025S1/zip").status()).isEqualTo(404);
    }

    @Test
    void ownWordsStandInTheReportAndItsFilesUntilTakenAway() {
        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator.get("/reports/2024S1/words").body()).contains("Niets controleert", "<textarea");
        trail.clear();
        assertThat(coordinator
                        .post("/reports/2024S1/words", Map.of("NEEDS", "Minder <b>dan</b> gedacht.\n\nMaar wel."))
                        .location())
                .isEqualTo("/reports/2024S1");
        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.REPORT_WORDS_CHANGED, "2024S1"));
        assertThat(coordinator.get("/reports/2024S1").body())
                .contains("<p class=\"own\">Minder &lt;b&gt;dan&lt;/b&gt; gedacht.</p>", "<p class=\"own\">Maar wel.");
        assertThat(coordinator.get("/reports/2024S1/json").body()).contains("Maar wel.");

        Visitor.Page tooLong = coordinator.post("/reports/2024S1/words", Map.of("NEEDS", "x".repeat(4001)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("hoogstens 4000 tekens");
        assertThat(coordinator.get("/reports/2024S1").body()).contains("Maar wel.");

        coordinator.post("/reports/2024S1/words", Map.of());
        assertThat(coordinator.get("/reports/2024S1").body())
                .as("nothing was written in")
                .contains("Maar wel.");
        coordinator.post("/reports/2024S1/words", form("2024S1", coordinator, "NEEDS", ""));
        assertThat(coordinator.get("/reports/2024S1").body()).doesNotContain("class=\"own\"");
    }

    @Test
    void lineEndsCountAsTheBrowserCountsThem() {
        Visitor coordinator = Visitor.signedIn(address());
        String full = "x\r\n".repeat(OwnWords.LONGEST / 2);
        assertThat(coordinator
                        .post("/reports/2023S2/words", form("2023S2", coordinator, "CONTACTS", full))
                        .status())
                .isEqualTo(303);
        trail.clear();
        coordinator.post("/reports/2023S2/words", form("2023S2", coordinator, "CONTACTS", full));
        assertThat(trail.noted())
                .as("the same text again")
                .doesNotContain(new Noted("coordinator", AuditAct.REPORT_WORDS_CHANGED, "2023S2"));
    }

    @Test
    void whatAColleagueWroteInAnotherChapterStays() {
        Visitor coordinator = Visitor.signedIn(address());
        Map<String, String> needs = form("2023S1", coordinator, "NEEDS", "Van mij.");
        coordinator.post("/reports/2023S1/words", form("2023S1", coordinator, "PEOPLE", "Van een collega."));

        assertThat(coordinator.post("/reports/2023S1/words", needs).location()).isEqualTo("/reports/2023S1");

        assertThat(coordinator.get("/reports/2023S1").body()).contains("Van mij.", "Van een collega.");
    }

    @Test
    void whatAColleagueWroteInTheSameChapterIsShownBesideOnesOwn() {
        Visitor coordinator = Visitor.signedIn(address());
        Map<String, String> mine = form("2022S2", coordinator, "NEEDS", "Van mij.");
        mine.put("CONTACTS", "Ook van mij.");
        coordinator.post("/reports/2022S2/words", form("2022S2", coordinator, "NEEDS", "Van een collega."));
        trail.clear();

        Visitor.Page both = coordinator.post("/reports/2022S2/words", mine);

        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body())
                .contains(
                        "Iemand anders heeft in hetzelfde hoofdstuk geschreven",
                        "<p class=\"own\">Van een collega.</p>",
                        ">Van mij.</textarea>",
                        ">Ook van mij.</textarea>")
                .containsOnlyOnce("intussen:");
        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.REPORT_READ, "2022S2"));
        assertThat(coordinator.get("/reports/2022S2").body())
                .contains("Van een collega.")
                .doesNotContain("an mij.");

        Map<String, String> together = fields(both.body());
        together.put("NEEDS", "Van ons beiden.");
        together.put("CONTACTS", "Ook van mij.");
        coordinator.post("/reports/2022S2/words", together);
        assertThat(coordinator.get("/reports/2022S2").body())
                .contains("Van ons beiden.", "Ook van mij.")
                .doesNotContain("Van een collega.");
    }

    /** The form as it is shown, with one chapter written in. */
    private static Map<String, String> form(String period, Visitor visitor, String chapter, String text) {
        Map<String, String> form =
                fields(visitor.get("/reports/" + period + "/words").body());
        form.put(chapter, text);
        return form;
    }

    private static Map<String, String> fields(String page) {
        Map<String, String> fields = new HashMap<>();
        SHOWN.matcher(page).results().forEach(shown -> fields.put(shown.group(1), shown.group(2)));
        TEXT.matcher(page).results().forEach(text -> fields.put(text.group(1), text.group(2)));
        assertThat(fields).hasSize(2 * Chapter.values().length);
        return fields;
    }
}

package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import nl.bereik.server.target.MemoryTargetStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** On 14 May 2025. */
class TargetsSliceTest extends StaffWebTest {
    @Autowired
    MemoryTargetStore targets;

    @Autowired
    MemoryAuditTrail trail;

    @BeforeEach
    void nothingAgreed() {
        targets.clear();
    }

    @Test
    void anEmptyPageSaysWhatToDo() {
        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator.get("/targets").body())
                .contains("Er is nog geen doelstelling afgesproken", "Doelstelling afspreken", "60 mensen");
        assertThat(coordinator.get("/figures/2025").body()).doesNotContain("targets-title");
    }

    @Test
    void agreeingShowsHowFarItIsAndAtWhichPace() {
        figures.set(Contacts.many(64, "2025-05-13", Channel.ONLINE, "Tiel"));
        figures.add(Contacts.many(5, "2025-05-14", Channel.ONLINE, "Tiel"));
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.get("/targets");
        trail.clear();
        assertThat(coordinator
                        .post("/targets", form("CONTACTS_INTERNET", "200", "2025"))
                        .location())
                .isEqualTo("/targets?done=set");
        assertThat(trail.noted())
                .containsExactly(new Noted("coordinator", AuditAct.TARGET_SET, "region/2025/CONTACTS_INTERNET"));

        String page = coordinator.get("/targets?done=set").body();
        // 64 in the 133 days until and with the 13th of May, of 365.
        assertThat(page)
                .contains(
                        "64 van 200, in dit tempo 175 op 31 december 2025",
                        "Geteld tot en met 13 mei 2025.",
                        "blijft achter",
                        "Afgesproken. De telefoons",
                        "x1=\"36%\"");
        assertThat(coordinator.get("/targets", "Accept-Language", "en-GB").body())
                .contains("64 of 200, at this pace 175 by 31 December 2025", "behind", "Counted through 13 May 2025.");
        for (String within : List.of("2025", "2025S1", "2025Q4")) {
            assertThat(coordinator.get("/figures/" + within).body())
                    .as(within)
                    .contains("64 van 200, in dit tempo 175");
        }
        assertThat(coordinator.get("/figures/2024").body()).doesNotContain("64 van 200");
        assertThat(coordinator.get("/figures/2025S1", "X-Part", "figures").body())
                .doesNotContain("64 van 200");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() {
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.get("/targets");
        Visitor.Page page = coordinator.post(
                "/targets",
                Map.of(
                        "region", "region", "figure", "PEOPLE", "number", "veel", "period", "MONTHS", "from", "2025-13",
                        "to", "2025-06"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "Er is niets afgesproken.",
                        "id=\"figure-error\"",
                        "Aantal: een geheel getal, van 1 tot en met 1.000.000.000.",
                        "Eerste maand: jaar en maand",
                        "value=\"veel\"",
                        "value=\"2025-13\"",
                        "aria-invalid=\"true\"")
                .doesNotContain("id=\"to-error\"", "id=\"period-error\"");
        for (String number : List.of("", "0", "-3", "1.5", "1000000001", "99999999999999999999", "١٢")) {
            assertThat(coordinator
                            .post("/targets", form("NEEDS", number, "2025"))
                            .body())
                    .as(number)
                    .contains("id=\"number-error\"");
        }
        for (String period : List.of("", "2025S3", "<b>")) {
            assertThat(coordinator.post("/targets", form("NEEDS", "5", period)).body())
                    .as(period)
                    .contains("id=\"period-error\"")
                    .doesNotContain("<b>");
        }
        assertThat(months(coordinator, "2025-07", "2025-06")).contains("Laatste maand: niet vóór de eerste.");
        assertThat(months(coordinator, "2025-07", "2035-07")).contains("hoogstens 120 maanden");
        assertThat(coordinator
                        .post(
                                "/targets",
                                Map.of("region", "elders", "figure", "NEEDS", "number", "5", "period", "2025"))
                        .body())
                .contains("Regio: kies er een");
        assertThat(targets.of("region").collectList().block()).isEmpty();
    }

    private static String months(Visitor coordinator, String from, String to) {
        return coordinator
                .post(
                        "/targets",
                        Map.of(
                                "region", "region", "figure", "NEEDS", "number", "5", "period", "MONTHS", "from", from,
                                "to", to))
                .body();
    }

    @Test
    void monthsMakeAPeriodAndTheSamePeriodIsNotAgreedTwice() {
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.get("/targets");
        Map<String, String> subsidyYear = Map.of(
                "region", "region", "figure", "NEEDS", "number", "40", "period", "MONTHS", "from", "2025-07", "to",
                "2026-06");
        assertThat(coordinator.post("/targets", subsidyYear).status()).isEqualTo(303);
        assertThat(coordinator.get("/targets").body())
                .contains(
                        "juli 2025 – juni 2026",
                        "0 van 40; van de periode is nog geen dag voorbij",
                        "nog niet begonnen");
        trail.clear();
        Visitor.Page again = coordinator.post("/targets", subsidyYear);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("al een aantal afgesproken");
        assertThat(trail.noted()).extracting(Noted::act).containsExactly(AuditAct.TARGETS_READ);
    }

    @Test
    void aNumberIsChangedAndTakenBackAfterAsking() {
        figures.set(Contacts.many(64, "2024-05-13", Channel.ZONE, "Tiel"));
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.get("/targets");
        coordinator.post("/targets", form("CONTACTS", "100", "2024"));
        String one = "/targets/region/2024/CONTACTS";
        assertThat(coordinator.get("/targets").body())
                .contains("64 van 100 toen de periode op 31 december 2024 eindigde", "niet gehaald", one + "/remove");

        assertThat(coordinator.get(one).body()).contains("value=\"100\"", "Contactmomenten, 2024");
        Visitor.Page wrong = coordinator.post(one, Map.of("number", "tien"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Aantal: een geheel getal", "value=\"tien\"");
        assertThat(coordinator.post(one, Map.of("number", "60")).location()).isEqualTo("/targets?done=set");
        assertThat(coordinator.get("/targets").body()).contains("64 van 60 toen", "gehaald", "width=\"100%\"");

        assertThat(coordinator.get(one + "/remove").body()).contains("Het afgesproken aantal gaat verloren");
        trail.clear();
        assertThat(coordinator.post(one + "/remove", Map.of()).location()).isEqualTo("/targets?done=removed");
        assertThat(trail.noted()).contains(new Noted("coordinator", AuditAct.TARGET_REMOVED, "region/2024/CONTACTS"));
        assertThat(coordinator.post(one + "/remove", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Visitor coordinator = Visitor.signedIn(address());
        for (String path : List.of(
                "/targets/region/2024/CONTACTS",
                "/targets/region/2024/CONTACTS/remove",
                "/targets/elsewhere/2024/CONTACTS",
                "/targets/region/2024/NOTHING",
                "/targets/region/nonsense/CONTACTS")) {
            assertThat(coordinator.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void whatWasDoneIsToldInWordsThatThereAre() {
        assertThat(Visitor.signedIn(address()).get("/targets?done=hacked").body())
                .doesNotContain("hacked", "notice good");
    }

    private static Map<String, String> form(String figure, String number, String period) {
        return Map.of("region", "region", "figure", figure, "number", number, "period", period);
    }
}

package nl.bereik.server.staffweb;

import static nl.bereik.server.staffweb.NeedsStand.ANNA;
import static nl.bereik.server.staffweb.NeedsStand.BAS;
import static nl.bereik.server.staffweb.NeedsStand.CARLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import nl.bereik.server.care.CareProfile;
import nl.bereik.server.care.CareProfile.Absence;
import nl.bereik.server.care.CareProfile.Duty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Case managers as the coordinator describes them. */
class CaseManagersSliceTest extends StaffWebTest {
    @Autowired
    NeedsStand needs;

    @Autowired
    MemoryAuditTrail trail;

    private Visitor coordinator = new Visitor("http://127.0.0.1");

    @BeforeEach
    void begin() {
        needs.begin();
        coordinator = Visitor.signedIn(address());
        coordinator.get("/account");
        trail.clear();
    }

    @Test
    void tellsWhatEachCanBeAskedAndHasInHand() {
        needs.accept(needs.raised(5, Urgency.TODAY), ANNA);
        needs.askedByRules(needs.raised(5, Urgency.TODAY), ANNA, "RULE");

        String page = coordinator.get("/case-managers").body();

        assertThat(page)
                .contains("Anna", "IrisZorg", "2 van 4", "Wonen", "Roemeens", "afwezig tot en met 3 jun")
                .contains("Carla", "Nog niet beschreven")
                .doesNotContain(">coordinator</h2>");
        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.PROFILES_READ, ""));
    }

    @Test
    void whatIsFilledInIsKeptAsItIs() {
        coordinator.get("/case-managers/" + CARLA);
        trail.clear();
        List<String> form = List.of(
                "organisation",
                "RIBW",
                "caseload",
                "3",
                "turn",
                "2",
                "domain",
                "HOUSING",
                "domain",
                "EXIT",
                "area",
                "Tiel",
                "language",
                "ro",
                "duty-day",
                "FRIDAY",
                "duty-from",
                "20:00",
                "duty-to",
                "02:00",
                "duty-day",
                "MONDAY",
                "duty-from",
                "",
                "duty-to",
                "",
                "absence-from",
                "2025-07-01",
                "absence-to",
                "2025-07-14",
                "absence-from",
                "",
                "absence-to",
                "");

        Visitor.Page done = coordinator.post("/case-managers/" + CARLA, form);

        CareProfile kept = new CareProfile(
                CARLA,
                "RIBW",
                Set.of(Topic.HOUSING, Topic.EXIT),
                Set.of("Tiel"),
                Set.of("ro"),
                3,
                2,
                List.of(new Duty(DayOfWeek.FRIDAY, LocalTime.of(20, 0), LocalTime.of(2, 0))),
                List.of(new Absence(LocalDate.parse("2025-07-01"), LocalDate.parse("2025-07-14"))));
        assertThat(needs.profiles.find(CARLA).block()).isEqualTo(kept);
        assertThat(done.location()).isEqualTo("/case-managers/carla?done");
        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.PROFILE_CHANGED, CARLA));
        String page = coordinator.get(done.location()).body();
        assertThat(page).contains("Bewaard.", "value=\"20:00\"", "value=\"2025-07-14\"");
        assertThat(page).containsPattern("value=\"RIBW\"[^>]*selected|selected[^>]*value=\"RIBW\"");
    }

    @Test
    void eachFieldThatIsWrongIsNamedWithItsReasonAndNothingIsLost() {
        CareProfile before = Objects.requireNonNull(needs.profiles.find(ANNA).block());
        coordinator.get("/case-managers/" + ANNA);
        List<String> form = List.of(
                "organisation",
                "nowhere",
                "caseload",
                "veel",
                "turn",
                "0",
                "duty-day",
                "FRIDAY",
                "duty-from",
                "20:00",
                "duty-to",
                "",
                "absence-from",
                "2025-06-03",
                "absence-to",
                "2025-06-01",
                "absence-from",
                "2025-06-05",
                "absence-to",
                "",
                "language",
                "ro");

        Visitor.Page page = coordinator.post("/case-managers/" + ANNA, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Organisatie: kies er een.", "hoogstens: een heel getal van 0 tot en met 99.")
                .contains(
                        "Beurt: een heel getal van 1 tot en met 99.",
                        "Dienst, regel 1: vul een dag en beide tijden in.")
                .contains(
                        "Afwezig, regel 1: de laatste dag ligt voor de eerste.",
                        "Afwezig, regel 2: vul beide dagen in.")
                .contains("value=\"veel\"", "value=\"20:00\"", "value=\"2025-06-03\"", "aria-invalid=\"true\"");
        assertThat(needs.profiles.find(ANNA).block()).isEqualTo(before);
        assertThat(trail.noted()).extracting(Noted::act).doesNotContain(AuditAct.PROFILE_CHANGED);
    }

    /** What nobody configures any more cannot be chosen anew, and stays where it was. */
    @Test
    void anOrganisationThatIsGoneStaysUntilAnotherIsChosen() {
        needs.profiles
                .put(new CareProfile(BAS, "GONE", Set.of(), Set.of(), Set.of(), 2, 2, List.of(), List.of()))
                .block();
        assertThat(coordinator.get("/case-managers/" + BAS).body()).contains("value=\"GONE\"");
        Map<String, String> form = Map.of("organisation", "GONE", "caseload", "1", "turn", "1");
        assertThat(coordinator.post("/case-managers/" + BAS, form).status()).isEqualTo(303);
        assertThat(coordinator.post("/case-managers/" + ANNA, form).status()).isEqualTo(422);
    }

    /** Without them nothing would be ticked, which means all. */
    @Test
    void anAreaAndALanguageThatAreGoneStayUntilTheyAreUnticked() {
        CareProfile narrow =
                new CareProfile(BAS, "GGD", Set.of(), Set.of("Millingen"), Set.of("eo"), 2, 2, List.of(), List.of());
        needs.profiles.put(narrow).block();
        assertThat(coordinator.get("/case-managers").body()).contains("<dd>Millingen</dd>", "<dd>Esperanto</dd>");
        String page = coordinator.get("/case-managers/" + BAS).body();
        assertThat(ticked(page, "area")).containsExactly("Millingen");
        assertThat(ticked(page, "language")).containsExactly("eo");

        String wrong = coordinator
                .post(
                        "/case-managers/" + BAS,
                        List.of("organisation", "GGD", "caseload", "", "turn", "2", "area", "Millingen"))
                .body();
        assertThat(ticked(wrong, "area")).containsExactly("Millingen");
        assertThat(wrong).as("unticked, and still there to tick").contains("value=\"eo\"");
        assertThat(ticked(wrong, "language")).isEmpty();

        List<String> form =
                List.of("organisation", "GGD", "caseload", "2", "turn", "2", "area", "Millingen", "language", "eo");
        assertThat(coordinator.post("/case-managers/" + BAS, form).status()).isEqualTo(303);
        assertThat(needs.profiles.find(BAS).block()).isEqualTo(narrow);
        coordinator.post("/case-managers/" + ANNA, form);
        assertThat(Objects.requireNonNull(needs.profiles.find(ANNA).block()).areas())
                .as("of somebody else")
                .doesNotContain("Millingen");

        coordinator.post("/case-managers/" + BAS, Map.of("organisation", "GGD", "caseload", "2", "turn", "2"));
        assertThat(coordinator.get("/case-managers/" + BAS).body()).doesNotContain("Millingen", "value=\"eo\"");
    }

    private static List<String> ticked(String page, String name) {
        return Pattern.compile("<input type=\"checkbox\" name=\"" + name + "\" value=\"([^\"]*)\" checked")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void whoIsNoCaseManagerIsNotThere() {
        assertThat(coordinator.get("/case-managers/coordinator").status()).isEqualTo(404);
        assertThat(coordinator.get("/case-managers/nobody").status()).isEqualTo(404);
        assertThat(coordinator.post("/case-managers/coordinator", Map.of()).status())
                .isEqualTo(404);
    }
}

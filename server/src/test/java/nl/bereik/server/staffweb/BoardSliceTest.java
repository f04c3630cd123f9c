package nl.bereik.server.staffweb;

import static nl.bereik.server.staffweb.NeedsStand.ANNA;
import static nl.bereik.server.staffweb.NeedsStand.BAS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The board with needs: what is on it, in what order, and what is done from it. */
class BoardSliceTest extends StaffWebTest {
    private static final Pattern CARD = Pattern.compile("id=\"need-([0-9a-f-]{36})\"");

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

    @AfterEach
    void works() {
        trail.fail(false);
    }

    @Test
    void everyNeedStandsInItsColumnWithItsCount() {
        UUID open = needs.raised(5, Urgency.ROUTINE);
        UUID asked = needs.raised(5, Urgency.ROUTINE);
        needs.askedByRules(asked, ANNA, "RULE");
        UUID taken = needs.raised(5, Urgency.ROUTINE);
        needs.accept(taken, ANNA);
        UUID atWork = needs.raised(5, Urgency.ROUTINE);
        needs.accept(atWork, ANNA);
        needs.start(atWork, ANNA);
        UUID declined = needs.raised(5, Urgency.ROUTINE);
        needs.askedByRules(declined, BAS, "RULE");
        needs.decline(declined, BAS);
        UUID missed = needs.raised(5, Urgency.ROUTINE);
        needs.accept(missed, ANNA);
        needs.does(missed, NeedAct.MISS, ANNA);
        UUID done = needs.raised(5, Urgency.ROUTINE);
        needs.accept(done, BAS);
        needs.does(done, NeedAct.FINISH, BAS);

        String page = coordinator.get("/needs").body();

        assertThat(ids(column(page, "OPEN"))).containsExactly(open);
        assertThat(ids(column(page, "ASKED"))).containsExactly(asked);
        assertThat(ids(column(page, "TAKEN"))).containsExactly(taken);
        assertThat(ids(column(page, "AT_WORK"))).containsExactly(atWork);
        assertThat(ids(column(page, "WAITING"))).containsExactlyInAnyOrder(declined, missed);
        assertThat(ids(column(page, "CLOSED"))).containsExactly(done);
        assertThat(column(page, "WAITING")).contains("Wacht</span> <span class=\"count\">2</span>");
        assertThat(column(page, "TAKEN")).contains("Anna (IrisZorg) heeft hem opgepakt");
        assertThat(column(page, "TAKEN")).doesNotContain("type=\"checkbox\"");
        // Asked, taken, at work, and tried in vain: what Anna has.
        assertThat(column(page, "OPEN"))
                .contains(
                        "Anna (IrisZorg), 4 van 4",
                        "Bas (Moviera), 0 van 2, afwezig tot en met 3 jun",
                        "Carla, 0 in handen");
        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.NEEDS_READ, ""));
    }

    @Test
    void overdueComesFirstThenWhatIsMoreUrgentThenWhatIsOlder() {
        UUID week = needs.raised(60, Urgency.WEEK);
        UUID today = needs.raised(10, Urgency.TODAY);
        UUID todayOlder = needs.raised(20, Urgency.TODAY);
        UUID now = needs.raised(30, Urgency.NOW);
        UUID overdueToday = needs.raised(25 * 60, Urgency.TODAY);
        UUID overdueNow = needs.raised(61, Urgency.NOW);

        String page = coordinator.get("/needs").body();

        assertThat(ids(column(page, "OPEN"))).containsExactly(overdueNow, overdueToday, now, todayOlder, today, week);
        assertThat(page).contains("1 min te laat", "Oppakken voor 23:15", "2 te laat, Open 6", "data-next=\"1801\"");
    }

    @Test
    void nothingSealedIsOnAnyPage() {
        UUID need = needs.raised(61, Urgency.NOW, Signal.COERCION);
        for (String path : List.of("/needs", "/needs/" + need, "/needs/" + need + "/withdraw", "/needs/conference")) {
            assertThat(coordinator.get(path).body())
                    .as(path)
                    .contains(shortOf(need))
                    .doesNotContain("sealed and not", "dGhpcyBpcyBzZWFs");
        }
    }

    @Test
    void showsWhatTheAddressAsksFor() {
        UUID plain = needs.raised(5, Urgency.WEEK);
        UUID signal = needs.raised(5, Urgency.NOW, Signal.MINOR);
        UUID late = needs.raised(61, Urgency.NOW);
        UUID elsewhere = needs.raised("team", Topic.ADDICTION, "Berg en Dal", Duration.ofMinutes(3), Urgency.WEEK);
        needs.accept(elsewhere, BAS);

        assertThat(asked("")).containsExactlyInAnyOrder(plain, signal, late, elsewhere);
        assertThat(asked("?signals=on")).containsExactly(signal);
        assertThat(asked("?overdue=on")).containsExactly(late);
        assertThat(asked("?domain=ADDICTION")).containsExactly(elsewhere);
        assertThat(asked("?area=Berg%20en%20Dal&domain=")).containsExactly(elsewhere);
        assertThat(asked("?urgency=NOW")).containsExactlyInAnyOrder(signal, late);
        assertThat(asked("?who=bas")).containsExactly(elsewhere);
        assertThat(asked("?who=-")).containsExactlyInAnyOrder(plain, signal, late);
        assertThat(asked("?team=nowhere&who=%3Cb%3E&area=x&domain=y&urgency=z")).hasSize(4);
        assertThat(coordinator.get("/needs?who=%3Cb%3Ekanarie").body()).doesNotContain("kanarie");
        assertThat(coordinator.get("/needs?area=Berg%20en%20Dal").body())
                .contains("action=\"/needs/assign?area=Berg%20en%20Dal\"")
                .contains("name=\"here\" value=\"/needs?area=Berg%20en%20Dal\"");
        assertThat(coordinator.get("/needs?domain=EXIT").body()).contains("Geen hulpvraag past hierbij");
    }

    @Test
    void anEmptyBoardSaysHowNeedsCome() {
        assertThat(coordinator.get("/needs").body()).contains("Er zijn geen hulpvragen", "Zodra een veldwerker");
        assertThat(coordinator.get("/needs", "Accept-Language", "en-GB").body())
                .contains("There are no needs")
                .doesNotContain("No need fits this");
    }

    @Test
    void aCardGivesItsNeedToWhomItSays() {
        UUID need = needs.raised(5, Urgency.TODAY);
        UUID other = needs.raised(5, Urgency.TODAY);
        coordinator.get("/needs");
        trail.clear();

        Visitor.Page page = coordinator.post(
                "/needs/assign?urgency=TODAY",
                Map.of(
                        "card",
                        need.toString(),
                        "to." + need,
                        ANNA,
                        "seen." + need,
                        "OPEN",
                        "to",
                        BAS,
                        "need",
                        other.toString()));

        assertThat(page.location()).isEqualTo("/needs?urgency=TODAY&done=1");
        assertThat(needs.find(need).state().assignee()).isEqualTo(ANNA);
        assertThat(needs.find(other).state().status()).isEqualTo(NeedStatus.OPEN);
        assertThat(needs.find(need).history().get(0).event().by()).isEqualTo("coordinator");
        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.NEED_ASSIGNED, need.toString()));
        assertThat(coordinator.get(page.location()).body()).contains("Gedaan: 1 hulpvraag.");
    }

    @Test
    void allThatAreTickedGoToTheSamePerson() {
        UUID one = needs.raised(5, Urgency.TODAY);
        UUID two = needs.raised(5, Urgency.TODAY);
        UUID three = needs.raised(5, Urgency.TODAY);
        coordinator.get("/needs");
        trail.clear();

        Visitor.Page page = coordinator.post(
                "/needs/assign", List.of("need", one.toString(), "need", two.toString(), "to", BAS, "several", "on"));

        assertThat(page.location()).isEqualTo("/needs?done=2");
        assertThat(needs.find(one).state().assignee()).isEqualTo(BAS);
        assertThat(needs.find(two).state().assignee()).isEqualTo(BAS);
        assertThat(needs.find(three).state().status()).isEqualTo(NeedStatus.OPEN);
        assertThat(trail.noted())
                .containsExactly(
                        new Noted("coordinator", AuditAct.NEED_ASSIGNED, one.toString()),
                        new Noted("coordinator", AuditAct.NEED_ASSIGNED, two.toString()));
    }

    @Test
    void whoeverWasFirstKeepsItAndTheOthersGo() {
        UUID free = needs.raised(5, Urgency.TODAY);
        UUID taken = needs.raised(5, Urgency.TODAY);
        coordinator.get("/needs");
        needs.accept(taken, BAS);
        trail.clear();

        Visitor.Page page = coordinator.post(
                "/needs/assign", List.of("need", free.toString(), "need", taken.toString(), "to", ANNA));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Gedaan: 1 hulpvraag.")
                .contains(shortOf(taken)
                        + " is niet gewijzigd, want iemand was eerder. Nu: Bas (Moviera) heeft hem opgepakt.");
        assertThat(needs.find(free).state().assignee()).isEqualTo(ANNA);
        assertThat(needs.find(taken).state().assignee()).isEqualTo(BAS);
        assertThat(trail.noted())
                .containsOnlyOnce(new Noted("coordinator", AuditAct.NEED_ASSIGNED, free.toString()))
                .doesNotContain(new Noted("coordinator", AuditAct.NEED_ASSIGNED, taken.toString()));
    }

    @Test
    void ofSeveralOnlyThoseGoThatStandAsTheyWereSeen() {
        UUID same = needs.raised(5, Urgency.TODAY);
        UUID changed = needs.raised(5, Urgency.TODAY);
        coordinator.get("/needs");
        needs.askedByRules(changed, BAS, "RULE");

        Visitor.Page page = coordinator.post(
                "/needs/assign",
                List.of(
                        "need",
                        same.toString(),
                        "seen." + same,
                        "OPEN",
                        "need",
                        changed.toString(),
                        "seen." + changed,
                        "OPEN",
                        "to",
                        ANNA));

        assertThat(page.body())
                .contains("Gedaan: 1 hulpvraag.")
                .contains(shortOf(changed) + " is niet gewijzigd, want ondertussen veranderde er iets.");
        assertThat(needs.find(same).state().assignee()).isEqualTo(ANNA);
        assertThat(needs.find(changed).state().assignee()).isEqualTo(BAS);
    }

    @Test
    void oneThatIsNotThereKeepsNoneOfTheOthers() {
        UUID before = needs.raised(5, Urgency.TODAY);
        UUID gone = UUID.randomUUID();
        UUID after = needs.raised(5, Urgency.TODAY);
        coordinator.get("/needs");

        Visitor.Page page = coordinator.post(
                "/needs/assign",
                List.of("need", before.toString(), "need", gone.toString(), "need", after.toString(), "to", ANNA));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"board\"", "Gedaan: 2 hulpvragen.")
                .contains(shortOf(gone) + " is niet gewijzigd: deze hulpvraag is er niet meer.");
        assertThat(needs.find(before).state().assignee()).isEqualTo(ANNA);
        assertThat(needs.find(after).state().assignee()).isEqualTo(ANNA);
        assertThat(coordinator
                        .post("/needs/assign", Map.of("card", gone.toString(), "to." + gone, ANNA))
                        .body())
                .contains(shortOf(gone) + " is niet gewijzigd: deze hulpvraag is er niet meer.");
    }

    @Test
    void saysWhatIsMissingAndChangesNothing() {
        UUID need = needs.raised(5, Urgency.TODAY);
        coordinator.get("/needs");
        assertThat(coordinator.post("/needs/assign", Map.of("to", ANNA)).body()).contains("Er is niets aangevinkt.");
        assertThat(coordinator
                        .post("/needs/assign", Map.of("need", need.toString(), "to", ""))
                        .body())
                .contains("Kies aan wie.");
        assertThat(coordinator
                        .post("/needs/assign", Map.of("need", need.toString(), "to", "nobody-such"))
                        .body())
                .contains("kan geen hulpvragen van dit team oppakken");
        assertThat(needs.find(need).state().status()).isEqualTo(NeedStatus.OPEN);
    }

    @Test
    void whoIsAskedCanBeLetOff() {
        UUID need = needs.raised(5, Urgency.TODAY);
        needs.askedByRules(need, BAS, "RULE");
        assertThat(column(coordinator.get("/needs").body(), "ASKED")).contains("name=\"unassign\"");

        coordinator.post("/needs/assign", Map.of("unassign", need.toString(), "seen." + need, "ASSIGNED bas"));

        assertThat(needs.find(need).state().status()).isEqualTo(NeedStatus.OPEN);
    }

    /** Else the coordinator would take it from somebody who has just said to go there. */
    @Test
    void whoAcceptedMeanwhileIsNotLetOff() {
        UUID need = needs.raised(5, Urgency.TODAY);
        needs.askedByRules(need, BAS, "RULE");
        coordinator.get("/needs");
        needs.accept(need, BAS);

        Visitor.Page page =
                coordinator.post("/needs/assign", Map.of("unassign", need.toString(), "seen." + need, "ASSIGNED bas"));

        assertThat(page.body()).contains("ondertussen veranderde er iets. Nu: Bas (Moviera) heeft hem opgepakt.");
        assertThat(needs.find(need).state().status()).isEqualTo(NeedStatus.ACCEPTED);
    }

    @Test
    void withoutTheTrailNothingIsShownOrDone() {
        UUID need = needs.raised(5, Urgency.TODAY);
        coordinator.get("/needs");
        trail.fail(true);
        assertThat(coordinator.get("/needs").status()).isGreaterThanOrEqualTo(500);
        assertThat(coordinator.get("/needs/" + need).status()).isGreaterThanOrEqualTo(500);
        assertThat(coordinator.get("/needs/conference").status()).isGreaterThanOrEqualTo(500);
        coordinator.post("/needs/assign", Map.of("need", need.toString(), "to", ANNA));
        assertThat(needs.find(need).state().status()).isEqualTo(NeedStatus.OPEN);
    }

    private List<UUID> asked(String query) {
        return ids(coordinator.get("/needs" + query).body());
    }

    private static List<UUID> ids(String part) {
        return CARD.matcher(part)
                .results()
                .map(card -> UUID.fromString(card.group(1)))
                .toList();
    }

    private static String shortOf(UUID need) {
        return need.toString().substring(0, 8);
    }

    private static String column(String page, String code) {
        int from = page.indexOf("id=\"pile-" + code + "\"");
        return page.substring(from, page.indexOf("</section>", from));
    }
}

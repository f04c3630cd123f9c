package nl.bereik.server.staffweb;

import static nl.bereik.server.staffweb.NeedsStand.ANNA;
import static nl.bereik.server.staffweb.NeedsStand.BAS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of one need: what it tells, and what a coordinator can do from where it stands. */
class NeedSliceTest extends StaffWebTest {
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
    void tellsWhatIsKnownAndWhatHappenedAndWhy() {
        UUID need = needs.raised(90, Urgency.NOW, Signal.COERCION);
        needs.askedByRules(
                need, ANNA, "RULE;domain=HOUSING;area=Tiel;language=ro;partner=MOVIERA;signal=COERCION;caseload=2/4");
        needs.decline(need, ANNA);
        needs.askedByRules(need, BAS, "a newer version's reason");

        String page = coordinator.get("/needs/" + need).body();

        assertThat(page)
                .contains("Wonen, Tiel", "Nu: binnen een uur", "Dwang", "Roemeens", "Wil verwezen worden")
                .contains("Bas (Moviera) is gevraagd", "30 min te laat, sinds 22:15")
                .contains("worker meldde de hulpvraag", "Bereik vroeg Anna (IrisZorg)", "Anna kan niet", "Zit vol")
                .contains("Past het best: leefgebied Wonen, gebied Tiel, spreekt Roemeens, organisatie Moviera, "
                        + "signaal Dwang, caseload 2 van 4")
                .doesNotContain("newer version");
        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.NEEDS_READ, need.toString()));
        assertThat(coordinator.get("/needs/" + need, "Accept-Language", "en-GB").body())
                .contains("Fits best: domain Housing, area Tiel", "30 min overdue, since 22:15");
    }

    @Test
    void offersWhatTheStateMachineAllows() {
        UUID need = needs.raised(5, Urgency.TODAY);
        assertThat(offered(need)).containsExactlyInAnyOrder("assign", "withdraw");
        needs.askedByRules(need, ANNA, "RULE");
        assertThat(offered(need)).containsExactlyInAnyOrder("assign", "unassign", "refer", "withdraw");
        needs.accept(need, ANNA);
        assertThat(offered(need)).containsExactlyInAnyOrder("unassign", "finish", "transfer", "refer", "withdraw");
        needs.does(need, NeedAct.FINISH, ANNA);
        assertThat(offered(need)).containsExactly("reopen");
    }

    @Test
    void everyActIsDoneAndNotedOnce() {
        UUID need = needs.raised(5, Urgency.TODAY);
        act(need, "assign", Map.of("to", ANNA), NeedStatus.ASSIGNED, AuditAct.NEED_ASSIGNED);
        act(need, "unassign", Map.of(), NeedStatus.OPEN, AuditAct.NEED_UNASSIGNED);
        needs.accept(need, ANNA);
        act(need, "refer", Map.of("to", BAS), NeedStatus.ACCEPTED, AuditAct.NEED_REFERRED);
        assertThat(needs.find(need).state().beside()).containsExactly(BAS);
        act(need, "transfer", Map.of("to", BAS), NeedStatus.ASSIGNED, AuditAct.NEED_TRANSFERRED);
        needs.accept(need, BAS);
        act(need, "finish", Map.of("seen", "ACCEPTED bas"), NeedStatus.DONE, AuditAct.NEED_FINISHED);
        act(need, "reopen", Map.of(), NeedStatus.OPEN, AuditAct.NEED_REOPENED);
        assertThat(coordinator.get("/needs/" + need + "/withdraw").body())
                .contains("intrekken?", "Niemand gaat er dan");
        act(need, "withdraw", Map.of("seen", "OPEN"), NeedStatus.WITHDRAWN, AuditAct.NEED_WITHDRAWN);
    }

    @Test
    void whoWasFirstIsToldWithWhereItStandsNow() {
        UUID need = needs.raised(5, Urgency.TODAY);
        coordinator.get("/needs/" + need);
        needs.accept(need, BAS);
        trail.clear();

        Visitor.Page late = coordinator.post("/needs/" + need + "/assign", Map.of("to", ANNA));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body())
                .contains("Dit kan nu niet: iemand was eerder. Nu: Bas (Moviera) heeft hem opgepakt.")
                .contains("/needs/" + need + "/transfer\"");
        Visitor.Page changed = coordinator.post("/needs/" + need + "/withdraw", Map.of("seen", "OPEN"));
        assertThat(changed.body()).contains("ondertussen veranderde er iets. Nu: Bas (Moviera) heeft hem opgepakt.");

        assertThat(needs.find(need).state().assignee()).isEqualTo(BAS);
        assertThat(trail.noted()).extracting(Noted::act).containsOnly(AuditAct.NEEDS_READ);
    }

    @Test
    void whatIsNotThereOrNoActOfACoordinatorIsNotFound() {
        UUID need = needs.raised(5, Urgency.TODAY);
        coordinator.get("/needs/" + need);
        for (String path :
                List.of("x", UUID.randomUUID().toString(), need.toString().toUpperCase(Locale.ROOT))) {
            assertThat(coordinator.get("/needs/" + path).status()).as(path).isEqualTo(404);
            assertThat(coordinator.post("/needs/" + path + "/reopen", Map.of()).status())
                    .as(path)
                    .isEqualTo(404);
        }
        for (String act : List.of("accept", "start", "miss", "decline", "ASSIGN", "nonsense")) {
            assertThat(coordinator
                            .post("/needs/" + need + "/" + act, Map.of("to", ANNA))
                            .status())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(coordinator
                        .post("/needs/" + need + "/assign", Map.of("to", ""))
                        .body())
                .contains("kies aan wie");
    }

    @Test
    void anotherTeamsNeedIsNotThere() {
        UUID own = needs.raised(5, Urgency.TODAY);
        UUID other = needs.raised("elsewhere", Topic.HOUSING, "Tiel", Duration.ofMinutes(5), Urgency.TODAY);
        String name = "limited-" + UUID.randomUUID().toString().substring(0, 8);
        coordinator.get("/accounts");
        String made = coordinator
                .post("/accounts", Map.of("name", name, "role", "COORDINATOR", "team", NeedsStand.TEAM))
                .body();
        var oneTime = Pattern.compile("[0-9a-z]{4}(-[0-9a-z]{4}){3}").matcher(made);
        assertThat(oneTime.find()).isTrue();
        Visitor limited = new Visitor(address());
        limited.signIn(name, oneTime.group());
        limited.choosePassword(oneTime.group(), PASSWORD);

        assertThat(limited.get("/needs/" + own).status()).isEqualTo(200);
        assertThat(limited.get("/needs/" + other).status()).isEqualTo(404);
        assertThat(limited.get("/needs/" + other + "/withdraw").status()).isEqualTo(404);
        limited.get("/needs/" + own);
        assertThat(limited.post("/needs/" + other + "/withdraw", Map.of()).status())
                .isEqualTo(404);
        Visitor.Page notGiven = limited.post("/needs/assign", Map.of("need", other.toString(), "to", ANNA));
        assertThat(notGiven.status()).isEqualTo(422);
        assertThat(notGiven.body()).contains("deze hulpvraag is er niet meer").doesNotContain(other.toString());
        assertThat(limited.get("/needs").body()).contains(own.toString()).doesNotContain(other.toString());
        assertThat(needs.find(other).state().status()).isEqualTo(NeedStatus.OPEN);
    }

    private void act(UUID need, String act, Map<String, String> form, NeedStatus after, AuditAct noted) {
        coordinator.get("/needs/" + need);
        trail.clear();
        Visitor.Page page = coordinator.post("/needs/" + need + "/" + act, form);
        assertThat(page.location()).as(act).isEqualTo("/needs/" + need + "?done");
        assertThat(needs.find(need).state().status()).as(act).isEqualTo(after);
        assertThat(trail.noted()).as(act).containsExactly(new Noted("coordinator", noted, need.toString()));
    }

    private List<String> offered(UUID need) {
        String page = coordinator.get("/needs/" + need).body();
        return Pattern.compile("(?:action|href)=\"/needs/" + need + "/([a-z]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}

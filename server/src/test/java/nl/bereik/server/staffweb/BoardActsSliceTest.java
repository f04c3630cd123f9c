package nl.bereik.server.staffweb;

import static nl.bereik.server.staffweb.NeedsStand.ANNA;
import static nl.bereik.server.staffweb.NeedsStand.BAS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import org.junit.jupiter.api.Test;

/** What is done from the board. */
class BoardActsSliceTest extends BoardTest {
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
}

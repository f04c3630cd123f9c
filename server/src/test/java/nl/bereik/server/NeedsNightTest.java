package nl.bereik.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.mobile.need.NeedPile;
import nl.bereik.mobile.need.NeedText;
import nl.bereik.mobile.need.PhoneNeed;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.PermitStatus;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.WorkForm;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import nl.bereik.server.push.StandInFcm;
import org.junit.jupiter.api.Test;

/** Needs from raised to done, with what goes wrong in a night. */
final class NeedsNightTest extends NightSlice {
    @Test
    void fromRaisedToDone() throws InterruptedException {
        UUID need = raise("wilma", "rode jas, bij de huiskamer");
        assertThat(pushed("anna")).as("nobody knows of it yet").isZero();
        sync("wilma");
        untilPushed("anna", 1);

        lostRace(need);
        handedOver(need);
        whatBecameOfIt(need);
        whoSawAndGaveItIsNoted(need);
        onlyConstantWords();
    }

    /** Both accept without coverage; who comes first has it, and the other one is told so. */
    private void lostRace(UUID need) throws InterruptedException {
        sync("anna");
        sync("bas");
        assertThat(pile("anna", NeedPile.NEW)).containsExactly(need);
        assertThat(text("anna", need, NeedText.HINT)).isEqualTo("rode jas, bij de huiskamer");
        act("anna", need, NeedAct.ACCEPT, null);
        act("bas", need, NeedAct.ACCEPT, null);
        assertThat(need("anna", need).isMine()).as("shown at once").isTrue();
        assertThat(need("anna", need).isConfirmed()).as("as not confirmed").isFalse();

        sync("bas");
        sync("anna");
        assertThat(need("bas", need).isMine()).isTrue();
        assertThat(need("bas", need).isConfirmed()).isTrue();
        PhoneNeed lost = need("anna", need);
        assertThat(lost.refused()).singleElement().satisfies(act -> assertThat(act.cameTooLate())
                .isTrue());
        assertThat(lost.view().state().assignee()).as("who has it").isEqualTo("bas");
        untilPushed("wilma", 1);
        untilPushed("anna", 2);
    }

    private void handedOver(UUID need) throws InterruptedException {
        act("bas", need, NeedAct.START, null);
        act("bas", need, NeedAct.TRANSFER, "claire");
        sync("bas");
        untilPushed("claire", 1);
        sync("claire");
        assertThat(text("claire", need, NeedText.HINT)).isEqualTo("rode jas, bij de huiskamer");
        act("claire", need, NeedAct.ACCEPT, null);
        act("claire", need, NeedAct.REFER, "anna");
        act("claire", need, NeedAct.FINISH, null);
        sync("claire");
        untilPushed("anna", 3);
        untilPushed("wilma", 3);
    }

    private void whatBecameOfIt(UUID need) throws InterruptedException {
        sync("wilma");
        PhoneNeed told = need("wilma", need);
        assertThat(told.isRaisedByMe()).isTrue();
        assertThat(told.view().state().status()).isEqualTo(NeedStatus.DONE);
        assertThat(told.view().timeline())
                .extracting(NeedEvent::what)
                .containsExactly("RAISE", "ASSIGN", "ACCEPT", "START", "TRANSFER", "ACCEPT", "REFER", "FINISH");
        assertThat(told.view().timeline().get(1).why()).startsWith("RULE;domain=SAFETY;area=Nijmegen;");
    }

    private void whoSawAndGaveItIsNoted(UUID need) {
        String id = need.toString();
        assertThat(trail.noted())
                .contains(
                        new Noted(AuditTrail.phone(installOf("anna")), AuditAct.NEEDS_READ, id),
                        new Noted(AuditTrail.SERVER, AuditAct.NEED_ASSIGNED, id),
                        new Noted("bas", AuditAct.NEED_TRANSFERRED, id),
                        new Noted("claire", AuditAct.NEED_REFERRED, id),
                        new Noted("claire", AuditAct.NEED_FINISHED, id));
    }

    @Test
    void aSignalThatNobodyAnswersReachesTheCoordinator() throws InterruptedException {
        fcm.next(StandInFcm.error(404, "NOT_FOUND", "UNREGISTERED"));
        Phone worker = carriedBy("wessel");
        worker.outbox().save(worker.outbox().newId(), inDanger());
        sync("wessel");

        untilPushed("claire", 1);
        await(
                "her token is forgotten",
                () -> tokens.of(installOf("claire")).blockOptional().isEmpty());
        sync("claire");
        UUID need = pile("claire", NeedPile.NEW).get(0);
        assertThat(last(need).why()).isEqualTo("ROUTE;signal=EXPLOITATION");

        time.move(Duration.ofHours(1));
        untilPushed("anna", 1);
        time.move(Duration.ofHours(1));
        untilPushed("coordinator", 1);
        sync("coordinator");
        assertThat(last(need).what()).isEqualTo(NeedEvent.ESCALATED);

        act("coordinator", need, NeedAct.ASSIGN, "bas");
        sync("coordinator");
        untilPushed("bas", 1);
        sync("bas");
        act("bas", need, NeedAct.ACCEPT, null);
        act("bas", need, NeedAct.MISS, null);
        sync("bas");
        untilPushed("wessel", 2);
        sync("wessel");
        assertThat(need("wessel", need).view().state().status()).isEqualTo(NeedStatus.NOT_REACHED);
        assertThat(pushed("claire"))
                .as("a token that is none is not tried again")
                .isEqualTo(1);
        onlyConstantWords();
    }

    private static ContactMoment inDanger() {
        return new ContactMoment(
                LocalDate.of(2025, 6, 1),
                DayPart.EVENING,
                Channel.ZONE,
                "Nijmegen",
                Audience.SEX_WORKER,
                WorkForm.STREET,
                Gender.WOMAN,
                AgeBand.FROM_21_TO_26,
                Encounter.FIRST,
                PermitStatus.UNKNOWN,
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(List.of(Signal.EXPLOITATION, Signal.ACUTE_DANGER)),
                false,
                Map.of());
    }

    @Test
    void whatCanWaitTillTheMorningDoes() throws InterruptedException {
        UUID need = raise("wilma", Urgency.TODAY, "groene muts");
        sync("wilma");
        await("it is assigned", () -> {
            sync("anna");
            return pile("anna", NeedPile.NEW).contains(need);
        });
        assertThat(fcm.received()).as("quiet hours").isEmpty();
        time.move(Duration.ofHours(9));
        untilPushed("anna", 1);
    }

    private void onlyConstantWords() {
        Set<String> ids = new TreeSet<>();
        for (JsonObject message : pushes()) {
            JsonObject data = message.object("data");
            assertThat(message.members().keySet()).containsExactlyInAnyOrder("token", "data", "android");
            assertThat(data.members().keySet()).containsExactlyInAnyOrder("id", "title", "body", "silent");
            assertThat(data.text("title")).isEqualTo("Bereik");
            assertThat(data.text("body")).isEqualTo("Nieuw bericht");
            assertThat(UUID.fromString(data.text("id")).version())
                    .as("nothing but chance")
                    .isBetween(0, 15);
            ids.add(data.text("id"));
        }
        assertThat(ids).hasSameSizeAs(pushes());
    }
}

package nl.bereik.server.intake;

import static nl.bereik.server.ContactSamples.DAY;
import static nl.bereik.server.ContactSamples.batch;
import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.id;
import static nl.bereik.server.ContactSamples.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.install.Install;
import nl.bereik.server.need.MemoryNeeds;
import nl.bereik.server.retention.MemoryForgotten;
import org.junit.jupiter.api.Test;

/** What phones tell twice: places given again by one that was restored, and contacts told anew. */
final class IntakeToldAgainTest {
    private static final TestTime NOW = new TestTime("2025-06-01T12:00:00Z");

    private final Install install = new TestPhone().install("team");
    private final MemoryContactStore contacts = new MemoryContactStore();
    private final MemoryQuarantine quarantine = new MemoryQuarantine();
    private final MemoryCustodyLedger ledger = new MemoryCustodyLedger();

    @Test
    void aRestoredPhoneThatGivesAPlaceTwiceLosesNothing() {
        push(item(1));
        PushReply reply = push(item(3, 1, contact(DAY, Channel.STREET)));
        assertThat(verdicts(reply)).containsExactly(Verdict.ACCEPTED);
        assertThat(contacts.size()).isEqualTo(2);
        assertThat(reply.custody().count()).isEqualTo(2);
        assertThat(verdicts(push(item(3, 1, contact(DAY, Channel.STREET))))).containsExactly(Verdict.DUPLICATE);
        for (int i = 4; i <= 9; i++) {
            assertThat(verdicts(push(item(i, 1, contact(DAY, Channel.STREET))))).containsExactly(Verdict.ACCEPTED);
        }
        assertThat(push(item(10, 1, contact(DAY, Channel.STREET))).outcomes())
                .as("no phone does so, and a place has a bound")
                .containsExactly(
                        outcome(10, Verdict.REJECTED, new FieldProblem("opSeq", Reason.SAME_ID_OTHER_CONTENT)));
    }

    @Test
    void aCorrectionIsAddedToItsContact() {
        push(item(1));
        PushItem correction = correction(2, 1, contact(DAY, Channel.ONLINE));
        assertThat(verdicts(push(correction))).containsExactly(Verdict.ACCEPTED);
        assertThat(verdicts(push(correction))).containsExactly(Verdict.DUPLICATE);
        assertThat(contacts.corrections()).hasSize(1);
        PushItem atlantis = correction(3, 1, contact(DAY, Channel.ONLINE));
        atlantis = new PushItem(
                atlantis.opId(),
                3,
                CorrectionCodec.KIND,
                1,
                Json.readObject(
                        atlantis.body().text().replace("Nijmegen", "Atlantis").getBytes(StandardCharsets.UTF_8)));
        assertThat(push(atlantis).outcomes())
                .containsExactly(outcome(3, Verdict.QUARANTINED, new FieldProblem("area", Reason.UNKNOWN_CODE)));
        PushItem nothing = new PushItem(id(4), 4, CorrectionCodec.KIND, 1, JsonObject.of(Map.of("version", 1)));
        assertThat(push(nothing).outcomes())
                .containsExactly(outcome(
                        4,
                        Verdict.REJECTED,
                        new FieldProblem("corrects", Reason.MISSING_FIELD),
                        new FieldProblem("version", Reason.WRONG_TYPE)));
    }

    @Test
    void aCorrectionOfItselfIsRefusedAndNoFault() {
        PushItem itself = correction(5, 5, contact(LocalDate.parse("2001-02-03"), Channel.ONLINE));
        assertThat(push(itself).outcomes())
                .containsExactly(outcome(5, Verdict.REJECTED, new FieldProblem("corrects", Reason.NOT_APPLICABLE)));
        assertThat(contacts.corrections()).isEmpty();
    }

    private static PushItem correction(long number, long corrects, ContactMoment contact) {
        return new PushItem(
                id(number),
                number,
                CorrectionCodec.KIND,
                CorrectionCodec.SCHEMA,
                CorrectionCodec.encode(new ContactCorrection(id(corrects), number, contact)));
    }

    private PushReply push(PushItem... items) {
        return new Intake(
                        contacts,
                        MemoryNeeds.intake(NOW),
                        new MemoryEventStore(),
                        quarantine,
                        ledger,
                        new MemoryForgotten(),
                        ReferenceData.gelderlandZuid(),
                        NOW)
                .push(install, batch(items))
                .blockOptional()
                .orElseThrow();
    }

    private static ItemOutcome outcome(long number, Verdict verdict, FieldProblem... problems) {
        return new ItemOutcome(id(number).toString(), verdict, List.of(problems));
    }

    private static List<Verdict> verdicts(PushReply reply) {
        return reply.outcomes().stream().map(ItemOutcome::verdict).toList();
    }
}

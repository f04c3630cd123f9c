package nl.bereik.server.intake;

import static nl.bereik.server.ContactSamples.DAY;
import static nl.bereik.server.ContactSamples.batch;
import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.id;
import static nl.bereik.server.ContactSamples.item;
import static nl.bereik.server.ContactSamples.itemWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.Outcomes;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.FaultLine;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import nl.bereik.server.access.Scope;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.intake.QuarantineReview.Report;
import nl.bereik.server.need.MemoryNeeds;
import nl.bereik.server.retention.MemoryForgotten;
import org.junit.jupiter.api.Test;

final class QuarantineReviewTest {
    private static final TestTime NOW = new TestTime("2025-06-01T12:00:00Z");
    private static final ReferenceData BEFORE = ReferenceData.gelderlandZuid();
    private static final ReferenceData MENDED = ReferenceData.decode(BEFORE.json()
            .text()
            .replace("\"Nijmegen\"", "\"Nijmegen\",\"Atlantis\"")
            .getBytes(StandardCharsets.UTF_8));

    private final Install install = new TestPhone().install("team");
    private final MemoryContactStore contacts = new MemoryContactStore();
    private final MemoryQuarantine quarantine = new MemoryQuarantine();
    private final MemoryCustodyLedger ledger = new MemoryCustodyLedger();

    @Test
    void whatIsUnderstoodAfterAFixIsStoredAndToldToItsPhone() {
        push(
                itemWith(1, "area", "Atlantis"),
                correctionIn(2, "Atlantis"),
                new PushItem(id(3), 3, "poem", 1, JsonObject.of(Map.of())));
        assertThat(review(BEFORE).run(Scope.EVERYWHERE).block()).isEqualTo(new Report(3, 0, 0, 3));
        assertThat(contacts.size()).isZero();

        assertThat(review(MENDED).run(Scope.EVERYWHERE).block()).isEqualTo(new Report(3, 2, 0, 1));
        assertThat(contacts.size()).isEqualTo(1);
        assertThat(contacts.corrections()).hasSize(1);
        assertThat(told())
                .containsExactlyInAnyOrder(
                        new ItemOutcome(id(1).toString(), Verdict.ACCEPTED, List.of()),
                        new ItemOutcome(id(2).toString(), Verdict.ACCEPTED, List.of()));
        assertThat(review(MENDED).run(Scope.EVERYWHERE).block()).isEqualTo(new Report(1, 0, 0, 1));
        assertThat(review(MENDED)
                        .of(new TestPhone().install("team"))
                        .collectList()
                        .block())
                .as("another phone")
                .isEmpty();
    }

    @Test
    void whatTurnsOutWrongIsToldWithTheReason() {
        PushItem both = itemWith(1, "area", "Atlantis");
        both = new PushItem(
                both.opId(),
                1,
                both.kind(),
                1,
                Json.readObject(
                        both.body().text().replace(DAY.toString(), "2099-01-01").getBytes(StandardCharsets.UTF_8)));
        PushItem newer = new PushItem(both.opId(), 1, both.kind(), 1, both.body());
        quarantine
                .keep(List.of(new QuarantinedItem(install.id(), "team", newer, Verdict.QUARANTINED, List.of(), DAY)))
                .block();
        assertThat(review(MENDED).run(Scope.EVERYWHERE).block()).isEqualTo(new Report(1, 0, 1, 0));
        assertThat(told())
                .containsExactly(new ItemOutcome(
                        id(1).toString(), Verdict.REJECTED, List.of(new FieldProblem("on", Reason.DATE_IN_FUTURE))));
        assertThat(contacts.size()).isZero();
    }

    @Test
    void aConflictWaitsForAPerson() {
        push(item(1));
        push(item(1, 2, contact(DAY, Channel.ONLINE)));
        assertThat(review(MENDED).run(Scope.EVERYWHERE).block()).isEqualTo(new Report(1, 0, 0, 1));
        assertThat(contacts.size()).isEqualTo(1);
    }

    @Test
    void aStopBetweenAnyTwoStepsIsHealedByRunningItAgain() {
        int steps = 1;
        for (int fault = 0; fault <= 2 * steps + 1; fault++) {
            QuarantineReviewTest fresh = new QuarantineReviewTest();
            fresh.push(itemWith(1, "area", "Atlantis"), itemWith(2, "area", "Atlantis"));
            FaultLine line = new FaultLine(fault);
            new QuarantineReview(
                            line.around(Quarantine.class, fresh.quarantine),
                            line.around(ContactStore.class, fresh.contacts),
                            MemoryNeeds.intake(NOW),
                            new MemoryEventStore(),
                            new MemoryInstalls(),
                            MENDED,
                            NOW)
                    .run(Scope.EVERYWHERE)
                    .onErrorComplete()
                    .block();
            steps = Math.max(steps, line.calls());
            fresh.review(MENDED).run(Scope.EVERYWHERE).block();
            assertThat(fresh.contacts.size()).as("fault %d", fault).isEqualTo(2);
            assertThat(fresh.told())
                    .extracting(ItemOutcome::verdict)
                    .containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED);
        }
        assertThat(steps).isEqualTo(5);
    }

    private static PushItem correctionIn(long number, String area) {
        ContactCorrection correction = new ContactCorrection(id(1), 2, contact(DAY, Channel.ONLINE));
        String text = CorrectionCodec.encode(correction).text().replace("Nijmegen", area);
        return new PushItem(
                id(number), number, CorrectionCodec.KIND, 1, Json.readObject(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void push(PushItem... items) {
        new Intake(
                        contacts,
                        MemoryNeeds.intake(NOW),
                        new MemoryEventStore(),
                        quarantine,
                        ledger,
                        new MemoryForgotten(),
                        BEFORE,
                        NOW)
                .push(install, batch(items))
                .block();
    }

    private QuarantineReview review(ReferenceData reference) {
        return new QuarantineReview(
                quarantine,
                contacts,
                MemoryNeeds.intake(NOW),
                new MemoryEventStore(),
                new MemoryInstalls(),
                reference,
                NOW);
    }

    private List<ItemOutcome> told() {
        List<StateRecord> records =
                Objects.requireNonNull(review(MENDED).of(install).collectList().block());
        return records.stream()
                .flatMap(record -> Outcomes.read(record).stream())
                .toList();
    }
}

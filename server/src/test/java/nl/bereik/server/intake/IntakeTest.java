package nl.bereik.server.intake;

import static nl.bereik.server.ContactSamples.DAY;
import static nl.bereik.server.ContactSamples.batch;
import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.id;
import static nl.bereik.server.ContactSamples.item;
import static nl.bereik.server.ContactSamples.itemWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.server.FaultLine;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.install.Install;
import nl.bereik.server.need.MemoryNeeds;
import nl.bereik.server.retention.MemoryForgotten;
import nl.bereik.server.web.RefusedException;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

final class IntakeTest {
    private static final TestTime NOW = new TestTime("2025-06-01T12:00:00Z");

    private final Install install = new TestPhone().install("team");
    private final MemoryContactStore contacts = new MemoryContactStore();
    private final MemoryQuarantine quarantine = new MemoryQuarantine();
    private final MemoryCustodyLedger ledger = new MemoryCustodyLedger();

    @Test
    void takesContactsIn() {
        PushReply reply = push(item(1), item(2));
        assertThat(verdicts(reply)).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertThat(reply.serverTime()).isEqualTo(NOW.instant());
        assertThat(reply.custody())
                .isEqualTo(new Custody(2, List.of(), 2, ContentHash.of(item(1)).xor(ContentHash.of(item(2)))));
        assertThat(contacts.size()).isEqualTo(2);
    }

    @Test
    void resentBatchCountsOnce() {
        PushReply first = push(item(1), item(2));
        PushReply again = push(item(1), item(2), item(3));
        assertThat(verdicts(again)).containsExactly(Verdict.DUPLICATE, Verdict.DUPLICATE, Verdict.ACCEPTED);
        assertThat(contacts.size()).isEqualTo(3);
        assertThat(again.custody().count()).isEqualTo(first.custody().count() + 1);
    }

    @Test
    void oneBadItemLeavesTheRest() {
        PushReply reply = push(
                item(1),
                itemWith(2, "gender", null),
                itemWith(3, "on", "2099-01-01"),
                itemWith(4, "on", "1999-12-31"),
                itemWith(5, "channel", "TELEPATHY"),
                itemWith(6, "area", "Atlantis"),
                new PushItem(id(7), 7, "poem", 1, JsonObject.of(Map.of())),
                new PushItem(id(8), 8, "contact", 2, JsonObject.of(Map.of())),
                itemWith(9, "topics", "SAFETY"),
                item(10));
        assertThat(reply.outcomes())
                .containsExactly(
                        outcome(1, Verdict.ACCEPTED),
                        outcome(2, Verdict.REJECTED, new FieldProblem("gender", Reason.MISSING_FIELD)),
                        outcome(3, Verdict.REJECTED, new FieldProblem("on", Reason.DATE_IN_FUTURE)),
                        outcome(4, Verdict.REJECTED, new FieldProblem("on", Reason.DATE_BEFORE_2000)),
                        outcome(5, Verdict.QUARANTINED, new FieldProblem("channel", Reason.UNKNOWN_CODE)),
                        outcome(6, Verdict.QUARANTINED, new FieldProblem("area", Reason.UNKNOWN_CODE)),
                        outcome(7, Verdict.QUARANTINED, new FieldProblem("kind", Reason.UNKNOWN_KIND)),
                        outcome(8, Verdict.QUARANTINED, new FieldProblem("schema", Reason.UNKNOWN_SCHEMA)),
                        outcome(9, Verdict.REJECTED, new FieldProblem("topics", Reason.WRONG_TYPE)),
                        outcome(10, Verdict.ACCEPTED));
        assertThat(contacts.size()).isEqualTo(2);
        assertThat(quarantine.items())
                .extracting(QuarantinedItem::item)
                .extracting(PushItem::opSeq)
                .containsExactly(5L, 6L, 7L, 8L);
        assertThat(reply.custody().through()).isEqualTo(10);
        assertThat(reply.custody().count()).as("rejected ones are not held").isEqualTo(6);
    }

    @Test
    void readableTextInTheNoteIsRefusedAndKeptNowhere() {
        Map<String, Object> body =
                new LinkedHashMap<>(itemWith(2, "note", "rode sjaal").body().members());
        body.put("channel", "TELEPATHY");
        PushReply reply = push(
                itemWith(1, "note", "rode sjaal"),
                new PushItem(id(2), 2, "contact", 1, JsonObject.of(body)),
                itemWith(3, "note", new SealedText(1, new byte[SealedText.MIN_BYTES]).toJson()));
        assertThat(verdicts(reply)).containsExactly(Verdict.REJECTED, Verdict.REJECTED, Verdict.ACCEPTED);
        assertThat(reply.outcomes().get(0).problems()).containsExactly(new FieldProblem("note", Reason.WRONG_TYPE));
        assertThat(quarantine.items())
                .as("also when the rest may be understood later")
                .isEmpty();
        assertThat(contacts.stored())
                .singleElement()
                .satisfies(stored -> assertThat(stored.contact().note()).isNotNull());
    }

    @Test
    void allProblemsOfAnItemAreTold() {
        PushItem worse = itemWith(1, "gender", null);
        worse = new PushItem(
                worse.opId(), 1, "contact", 1, JsonObject.of(Map.of("on", "2025-02-30", "dayPart", "NIGHT")));
        assertThat(push(worse).outcomes().get(0).problems())
                .contains(new FieldProblem("on", Reason.WRONG_TYPE), new FieldProblem("channel", Reason.MISSING_FIELD));
    }

    @Test
    void aVerdictIsFinal() {
        PushItem rejected = itemWith(1, "gender", null);
        PushItem unclear = itemWith(2, "area", "Atlantis");
        PushReply first = push(rejected, unclear);
        PushReply again = push(rejected, unclear);
        assertThat(again.outcomes().get(0)).isEqualTo(first.outcomes().get(0));
        assertThat(again.outcomes().get(1)).isEqualTo(first.outcomes().get(1));
        assertThat(again.custody()).isEqualTo(first.custody());
    }

    @Test
    void otherContentUnderAnIdIsKeptBeside() {
        push(item(1));
        PushReply sameId = push(item(1, 2, contact(DAY, Channel.ONLINE)));
        assertThat(sameId.outcomes())
                .containsExactly(outcome(1, Verdict.CONFLICT, new FieldProblem("opId", Reason.SAME_ID_OTHER_CONTENT)));
        assertThat(contacts.size()).isEqualTo(1);
        assertThat(quarantine.items()).hasSize(1);
        assertThat(sameId.custody().count()).as("both are held").isEqualTo(2);
    }

    @Test
    void theSameItemAtAnotherPlaceIsADuplicate() {
        push(item(1));
        assertThat(verdicts(push(item(1, 2, contact(DAY, Channel.STREET))))).containsExactly(Verdict.DUPLICATE);
        assertThat(contacts.size()).isEqualTo(1);
    }

    @Test
    void anItemTwiceInOneBatchCountsOnce() {
        PushReply reply = push(
                item(1),
                item(1),
                item(2, 1, contact(DAY, Channel.STREET)),
                item(1, 4, contact(DAY, Channel.STREET)),
                itemWith(5, "gender", null),
                itemWith(5, "gender", null));
        assertThat(verdicts(reply))
                .containsExactly(
                        Verdict.ACCEPTED,
                        Verdict.DUPLICATE,
                        Verdict.ACCEPTED,
                        Verdict.DUPLICATE,
                        Verdict.REJECTED,
                        Verdict.REJECTED);
        assertThat(contacts.size()).isEqualTo(2);
    }

    @Test
    void elementsThatAreNoItemsAreAnswered() {
        String long50 = "x".repeat(50);
        byte[] body = ("{\"items\":[7,null,{\"opId\":\"" + long50 + "\"},"
                        + item(1).toJson().text() + "]}")
                .getBytes(StandardCharsets.UTF_8);
        PushReply reply =
                intake().push(install, PushBatch.decode(body)).blockOptional().orElseThrow();
        FieldProblem none = new FieldProblem("", Reason.WRONG_TYPE);
        assertThat(reply.outcomes())
                .containsExactly(
                        new ItemOutcome("", Verdict.REJECTED, List.of(none)),
                        new ItemOutcome("", Verdict.REJECTED, List.of(none)),
                        new ItemOutcome("x".repeat(40), Verdict.REJECTED, List.of(none)),
                        outcome(1, Verdict.ACCEPTED));
    }

    @Test
    void whatTheStoreCannotTakeIsToBeSentAgain() {
        contacts.fail(id(2));
        PushReply reply = push(item(1), item(2), item(3));
        assertThat(verdicts(reply)).containsExactly(Verdict.ACCEPTED, Verdict.RETRY, Verdict.ACCEPTED);
        assertThat(reply.custody().through()).isEqualTo(1);
        assertThat(reply.custody().holes()).containsExactly(new Custody.Hole(2, 2));
        contacts.mend();
        PushReply again = push(item(2));
        assertThat(verdicts(again)).containsExactly(Verdict.ACCEPTED);
        assertThat(again.custody().through()).isEqualTo(3);
    }

    @Test
    void anEmptyBatchAsksForCustody() {
        push(item(1));
        assertThat(push().custody().through()).isEqualTo(1);
        assertThat(push().outcomes()).isEmpty();
    }

    @Test
    void refusesMoreItemsThanPromised() {
        PushItem[] items = LongStream.rangeClosed(1, 101).mapToObj(i -> item(i)).toArray(PushItem[]::new);
        StepVerifier.create(intake().push(install, batch(items)))
                .verifyErrorSatisfies(
                        e -> assertThat(((RefusedException) e).reason()).isEqualTo(Refusal.Reason.TOO_MANY_ITEMS));
        assertThat(contacts.size()).isZero();
    }

    @Test
    void custodyStaysRightOverManyBlocks() {
        ContentHash xor = ContentHash.NONE;
        Custody custody = Custody.NONE;
        for (long from = 1; from <= 1000; from += 50) {
            PushItem[] items =
                    LongStream.range(from, from + 50).mapToObj(i -> item(i)).toArray(PushItem[]::new);
            for (PushItem item : items) {
                xor = xor.xor(ContentHash.of(item));
            }
            custody = push(items).custody();
            assertThat(custody).isEqualTo(new Custody(from + 49, List.of(), from + 49, xor));
        }
        InstallLedger read =
                ledger.read(install.id(), List.of()).blockOptional().orElseThrow();
        assertThat(read.sealed().blocks()).isEqualTo(3);
        assertThat(read.between(1, 1000))
                .as("a push reads the open blocks only")
                .hasSize(1000 - 768);
        assertThat(verdicts(push(item(5)))).containsExactly(Verdict.DUPLICATE);
    }

    /** Stops the server before and after every durable step; sending again must lead to the same end. */
    @Test
    void aStopBetweenAnyTwoStepsIsHealedBySendingAgain() {
        PushItem[] items = LongStream.rangeClosed(1, 260)
                .mapToObj(i -> i == 7 ? itemWith(7, "area", "Atlantis") : i == 9 ? itemWith(9, "on", null) : item(i))
                .toArray(PushItem[]::new);
        int steps = 0;
        for (int fault = 0; fault <= 2 * steps + 1; fault++) {
            IntakeTest fresh = new IntakeTest();
            for (int from = 0; from < 200; from += 100) {
                fresh.push(Arrays.copyOfRange(items, from, from + 100));
            }
            FaultLine line = new FaultLine(fault);
            PushItem[] last = Arrays.copyOfRange(items, 200, 260);
            fresh.intake(line)
                    .push(fresh.install, batch(last))
                    .onErrorComplete()
                    .block();
            steps = Math.max(steps, line.calls());

            PushReply again = fresh.push(last);
            assertThat(verdicts(again)).as("fault %d", fault).allMatch(Verdict::held);
            assertThat(again.custody().through()).isEqualTo(260);
            assertThat(again.custody().count()).isEqualTo(259);
            assertThat(fresh.contacts.size()).isEqualTo(258);
        }
        assertThat(steps).as("the steps of one push: a fixed number").isEqualTo(6);
    }

    /** A mutant: were the ledger written first, a stop would lose what it says is held. */
    @Test
    void writingTheLedgerFirstWouldLose() {
        InstallLedger empty =
                ledger.read(install.id(), List.of()).blockOptional().orElseThrow();
        ledger.write(install.id(), empty, List.of(LedgerEntry.of(item(1), Verdict.ACCEPTED, List.of())))
                .block();
        assertThat(verdicts(push(item(1)))).containsExactly(Verdict.DUPLICATE);
        assertThat(contacts.size()).as("acknowledged and not there").isZero();
    }

    private PushReply push(PushItem... items) {
        return intake().push(install, batch(items)).blockOptional().orElseThrow();
    }

    private Intake intake() {
        return new Intake(
                contacts,
                MemoryNeeds.intake(NOW),
                new MemoryEventStore(),
                quarantine,
                ledger,
                new MemoryForgotten(),
                ReferenceData.gelderlandZuid(),
                NOW);
    }

    private Intake intake(FaultLine line) {
        return new Intake(
                line.around(ContactStore.class, contacts),
                MemoryNeeds.intake(NOW),
                new MemoryEventStore(),
                line.around(Quarantine.class, quarantine),
                line.around(CustodyLedger.class, ledger),
                new MemoryForgotten(),
                ReferenceData.gelderlandZuid(),
                NOW);
    }

    private static ItemOutcome outcome(long number, Verdict verdict, FieldProblem... problems) {
        return new ItemOutcome(id(number).toString(), verdict, List.of(problems));
    }

    private static List<Verdict> verdicts(PushReply reply) {
        return reply.outcomes().stream().map(ItemOutcome::verdict).toList();
    }
}

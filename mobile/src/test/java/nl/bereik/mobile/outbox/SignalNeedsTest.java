package nl.bereik.mobile.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.outbox.Outbox.NewContact;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import org.junit.jupiter.api.Test;

class SignalNeedsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private MemoryDisk disk = new MemoryDisk();
    private Phone phone = ItemOnAPhone.enrolled(PhoneSamples.open(disk));

    @Test
    void aSignalRaisesAnUrgentNeedByItself() {
        UUID contact = phone.outbox().save(contact(Signal.COERCION));
        FollowUpNeed need = onlyNeed();
        assertThat(need.contact()).isEqualTo(contact);
        assertThat(need.lifeDomain()).isEqualTo(Topic.SAFETY);
        assertThat(need.urgency()).isEqualTo(Urgency.TODAY);
        assertThat(need.signals()).containsExactly(Signal.COERCION);
        assertThat(need.area()).isEqualTo("Nijmegen");
        assertThat(need.on()).isEqualTo(DAY);
        assertThat(phone.outbox().sending().nextBatch(10))
                .extracting(PushItem::kind)
                .containsExactly(ContactCodec.KIND, NeedCodec.KIND);
    }

    @Test
    void dangerAndMinorsAreForNowAndTheRestForToday() {
        Map<Signal, Urgency> urgencies = Map.of(
                Signal.ACUTE_DANGER, Urgency.NOW,
                Signal.MINOR, Urgency.NOW,
                Signal.COERCION, Urgency.TODAY,
                Signal.EXPLOITATION, Urgency.TODAY);
        assertThat(urgencies).hasSize(Signal.values().length);
        urgencies.forEach((signal, urgency) -> {
            UUID contact = phone.outbox().save(contact(signal));
            assertThat(needs().get(needs().size() - 1).urgency()).isEqualTo(urgency);
            phone.outbox().withdraw(contact);
        });
        phone.outbox().save(contact(Signal.COERCION, Signal.MINOR));
        assertThat(onlyNeed().urgency()).isEqualTo(Urgency.NOW);
    }

    @Test
    void aContactWithoutASignalAndOneFromAFileRaiseNone() {
        phone.outbox().save(contact());
        phone.outbox().saveAll(List.of(new NewContact(new UUID(0, 1), contact(Signal.MINOR), true)));
        assertThat(needs()).isEmpty();
        restart();
        assertThat(needs()).isEmpty();
    }

    @Test
    void savingTheSameAgainRaisesItOnceAlsoAfterACrash() {
        UUID contact = phone.outbox().save(contact(Signal.MINOR));
        phone.outbox().save(contact, contact(Signal.MINOR));
        restart();
        phone.outbox().save(contact, contact(Signal.MINOR));
        assertThat(needs()).hasSize(1);
    }

    @Test
    void aSaveThatWasCutOffBeforeItsNeedIsEndedAtTheNextUnlock() {
        UUID contact = phone.outbox().newId();
        ContactMoment told = contact(Signal.MINOR);
        phone.record(new Entry.Saved(
                contact,
                ContactCodec.KIND,
                ContactCodec.SCHEMA,
                ContactCodec.encode(told),
                null,
                PhoneSamples.NOW,
                false,
                null));
        assertThat(needs()).isEmpty();
        restart();
        assertThat(onlyNeed().contact()).isEqualTo(contact);
        restart();
        assertThat(needs()).hasSize(1);
    }

    @Test
    void aReplacementThatWasCutOffIsEndedAtTheNextUnlock() {
        UUID first = phone.outbox().save(contact(Signal.COERCION));
        UUID second = phone.outbox().newId();
        phone.record(new Entry.Saved(
                second,
                ContactCodec.KIND,
                ContactCodec.SCHEMA,
                ContactCodec.encode(contact(Signal.COERCION)),
                null,
                PhoneSamples.NOW,
                false,
                first));
        restart();
        assertThat(onlyNeed().contact()).isEqualTo(second);
    }

    @Test
    void itGoesWithAContactThatIsTakenBackBeforeItWasSent() {
        UUID undone = phone.outbox().save(contact(Signal.MINOR));
        assertThat(phone.outbox().withdraw(undone)).isTrue();
        UUID none = phone.outbox().save(contact(Signal.MINOR));
        phone.outbox().correct(none, null);
        restart();
        assertThat(phone.outbox().items()).isEmpty();
    }

    @Test
    void itStaysWhenItWasSentBeforeTheContactIsTakenBack() {
        UUID contact = phone.outbox().save(contact(Signal.MINOR));
        phone.outbox().sending().nextBatch(10);
        assertThat(phone.outbox().withdraw(contact)).isFalse();
        phone.outbox().correct(contact, null);
        assertThat(onlyNeed().signals()).containsExactly(Signal.MINOR);
    }

    @Test
    void itGoesWithASentContactThatIsTakenBackBeforeItWasSentItself() {
        UUID contact = phone.outbox().save(contact(Signal.MINOR));
        phone.outbox().sending().nextBatch(1);
        UUID takenBack = phone.outbox().correct(contact, null);
        assertThat(needs()).isEmpty();
        phone.outbox().sending().nextBatch(10);
        phone.outbox().correct(contact, contact(Signal.MINOR));
        assertThat(takenBack).isNotNull();
        assertThat(onlyNeed().signals()).as("told after all").containsExactly(Signal.MINOR);
    }

    @Test
    void correctingAContactThatWasNotSentLeavesOneNeedOfTheContactThatIsThere() {
        UUID first = phone.outbox().save(contact(Signal.COERCION));
        UUID second = phone.outbox().correct(first, contact(Signal.COERCION, Signal.MINOR));
        restart();
        assertThat(onlyNeed().contact()).isEqualTo(second);
        assertThat(onlyNeed().signals()).containsExactly(Signal.COERCION, Signal.MINOR);
        phone.outbox().correct(second, contact());
        assertThat(needs()).isEmpty();
    }

    @Test
    void aSignalThatIsAddedLaterRaisesANeedOfItsOwn() {
        UUID contact = phone.outbox().save(contact(Signal.COERCION));
        phone.outbox().sending().nextBatch(10);
        phone.outbox().correct(contact, contact(Signal.COERCION));
        assertThat(needs()).hasSize(1);
        phone.outbox().correct(contact, contact(Signal.COERCION, Signal.MINOR));
        assertThat(needs()).hasSize(2);
        phone.outbox().correct(contact, contact(Signal.COERCION, Signal.ACUTE_DANGER));
        assertThat(needs())
                .as("what was corrected before it was sent")
                .extracting(FollowUpNeed::signals)
                .extracting(signals -> List.copyOf(signals))
                .containsExactly(List.of(Signal.COERCION), List.of(Signal.ACUTE_DANGER));
        assertThat(needs()).extracting(FollowUpNeed::contact).containsOnly(contact);
    }

    @Test
    void repairingARefusedContactDoesNotRaiseItAgain() {
        UUID refused = phone.outbox().save(contact(Signal.MINOR));
        List<PushItem> batch = phone.outbox().sending().nextBatch(10);
        phone.outbox()
                .sending()
                .settle(List.of(
                        ItemOutcome.of(batch.get(0), Verdict.REJECTED),
                        ItemOutcome.of(batch.get(1), Verdict.ACCEPTED)));
        UUID repaired = phone.outbox().repair(refused, contact(Signal.MINOR));
        assertThat(needs()).hasSize(1);
        restart();
        assertThat(needs()).hasSize(1);
        phone.outbox().sending().nextBatch(10);
        phone.outbox().correct(repaired, contact(Signal.MINOR));
        assertThat(needs()).hasSize(1);
    }

    @Test
    void aNeedRaisedByHandFollowsItsContactToAnotherIdAndStaysWithoutIt() {
        UUID first = phone.outbox().save(contact());
        UUID need = phone.outbox().newId();
        raise(need, first);
        UUID second = phone.outbox().correct(first, contact());
        assertThat(onlyNeed().contact()).isEqualTo(second);
        assertThat(phone.outbox().items()).extracting(OutboxItem::opId).containsExactly(second, need);
        phone.outbox().withdraw(second);
        assertThat(phone.outbox().items()).hasSize(2);
        phone.outbox().correct(second, null);
        restart();
        assertThat(onlyNeed().contact()).isNull();
    }

    @Test
    void aContactLeavesThePhoneTogetherWithItsNeeds() {
        phone.outbox().save(contact(Signal.MINOR));
        List<PushItem> batch = phone.outbox().sending().nextBatch(10);
        phone.outbox().sending().settle(List.of(ItemOutcome.of(batch.get(0), Verdict.ACCEPTED)));
        phone.outbox().sending().synced(new Custody(1, List.of(), 1, ContentHash.of(batch.get(0))));
        Clock later = Clock.fixed(PhoneSamples.NOW.plus(Duration.ofDays(3)), ZoneOffset.UTC);
        phone = PhoneSamples.open(disk.crashed(), later, new Random(5));
        phone.compact();
        assertThat(phone.outbox().mayLeave(Duration.ofDays(2))).isZero();
        assertThat(needs()).hasSize(1);
    }

    private static ContactMoment contact(Signal... signals) {
        ContactMoment plain = PhoneSamples.contact(DAY);
        return new ContactMoment(
                plain.on(),
                plain.dayPart(),
                plain.channel(),
                plain.area(),
                plain.audience(),
                plain.workForm(),
                plain.gender(),
                plain.ageBand(),
                plain.encounter(),
                null,
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(Arrays.asList(signals)),
                false,
                Map.of());
    }

    private void raise(UUID id, UUID contact) {
        FollowUpNeed need = new FollowUpNeed(
                contact,
                DAY,
                "Tiel",
                Topic.HOUSING,
                Urgency.WEEK,
                null,
                null,
                null,
                false,
                new TreeSet<>(),
                null,
                null,
                null,
                Map.of());
        phone.outbox().others().save(id, NeedCodec.KIND, NeedCodec.SCHEMA, NeedCodec.encode(need));
    }

    private List<FollowUpNeed> needs() {
        return phone.outbox().items().stream()
                .filter(item -> item.isKind(NeedCodec.KIND))
                .map(item -> ((Decoded.Whole<FollowUpNeed>) NeedCodec.decode(item.body())).value())
                .toList();
    }

    private FollowUpNeed onlyNeed() {
        assertThat(needs()).hasSize(1);
        return needs().get(0);
    }

    private void restart() {
        disk = disk.crashed();
        phone = PhoneSamples.open(disk, phone.parts().clock(), new Random(disk.content("journal").length));
    }
}

package nl.bereik.mobile.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.enrolment.InstallKey;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.journal.JournalException.Reason;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.Outbox.NewContact;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.outbox.OutboxStatus;
import nl.bereik.mobile.settings.Settings;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import org.junit.jupiter.api.Test;

class PhoneTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final URI SERVER = URI.create("https://bereik.example");

    private final MemoryDisk disk = new MemoryDisk();

    @Test
    void savedIsSavedAcrossACrash() {
        Phone phone = PhoneSamples.open(disk);
        UUID opId = phone.outbox().save(PhoneSamples.contact(DAY));
        Phone again = PhoneSamples.open(disk.crashed());
        assertThat(again.outbox().items()).extracting(OutboxItem::opId).containsExactly(opId);
        assertThat(again.outbox().stateOf(opId)).isEqualTo(ItemState.WAITING);
    }

    @Test
    void aFullDiskSaysSoAndChangesNothing() {
        Phone phone = PhoneSamples.open(disk);
        phone.outbox().save(PhoneSamples.contact(DAY));
        disk.leaveRoom(20);
        assertThatThrownBy(() -> phone.outbox().save(PhoneSamples.contact(DAY)))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DISK_FULL));
        assertThat(phone.outbox().items()).hasSize(1);
        disk.leaveRoom(Long.MAX_VALUE);
        phone.outbox().save(PhoneSamples.contact(DAY));
        assertThat(PhoneSamples.open(disk.crashed()).outbox().items()).hasSize(2);
    }

    @Test
    void aWrongPinOpensNothingAndLeavesThePhoneFree() {
        PhoneSamples.open(disk).close();
        PhoneParts parts = PhoneSamples.open(disk).parts();
        assertThatThrownBy(() -> Phone.open(parts, PhoneSamples.PIN))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IN_USE));
        MemoryDisk released = disk.crashed();
        PhoneParts others = new PhoneParts(released, parts.clock(), parts.random(), parts.keys(), parts.cost());
        assertThatThrownBy(() -> Phone.open(others, new Pin("9999")))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_PIN));
        Phone.open(others, PhoneSamples.PIN).close();
    }

    @Test
    void placesAreGivenOnceAndKeptAcrossACrash() {
        Phone phone = enrolled(PhoneSamples.open(disk));
        phone.outbox().save(PhoneSamples.contact(DAY));
        phone.outbox().save(PhoneSamples.contact(DAY));
        List<PushItem> first = phone.outbox().sending().nextBatch(1);
        Phone again = PhoneSamples.open(disk.crashed());
        assertThat(again.outbox().sending().nextBatch(1)).isEqualTo(first);
        assertThat(again.outbox().sending().nextBatch(10))
                .extracting(PushItem::opSeq)
                .containsExactly(1L, 2L);
    }

    @Test
    void whatWasSentCannotBeTakenBackAndWhatWasNotCan() {
        Phone phone = PhoneSamples.open(disk);
        UUID sent = phone.outbox().save(PhoneSamples.contact(DAY));
        phone.outbox().sending().nextBatch(1);
        UUID unsent = phone.outbox().save(PhoneSamples.contact(DAY));
        assertThat(phone.outbox().withdraw(sent)).isFalse();
        assertThat(phone.outbox().withdraw(unsent)).isTrue();
        assertThat(phone.outbox().withdraw(unsent)).isFalse();
        assertThat(PhoneSamples.open(disk.crashed()).outbox().items())
                .extracting(OutboxItem::opId)
                .containsExactly(sent);
    }

    @Test
    void everyVerdictPutsAnItemInItsState() {
        Phone phone = enrolled(PhoneSamples.open(disk));
        for (int i = 0; i < Verdict.values().length + 1; i++) {
            phone.outbox().save(PhoneSamples.contact(DAY));
        }
        List<PushItem> batch = phone.outbox().sending().nextBatch(100);
        assertThat(phone.outbox().stateOf(batch.get(0).opId())).isEqualTo(ItemState.SENDING);
        FieldProblem why = new FieldProblem("on", FieldProblem.Reason.DATE_IN_FUTURE);
        List<ItemOutcome> outcomes = IntStream.range(0, Verdict.values().length)
                .mapToObj(i -> ItemOutcome.of(batch.get(i), Verdict.values()[i], why))
                .toList();
        phone.outbox().sending().settle(outcomes);

        for (Phone now : List.of(phone, PhoneSamples.open(disk.crashed()))) {
            assertThat(batch.stream().map(item -> now.outbox().stateOf(item.opId())))
                    .containsExactly(
                            ItemState.ARRIVED,
                            ItemState.ARRIVED,
                            ItemState.UNDER_REVIEW,
                            ItemState.NEEDS_REPAIR,
                            ItemState.UNDER_REVIEW,
                            ItemState.WAITING,
                            ItemState.WAITING);
            assertThat(now.outbox().status().held()).isEqualTo(4);
            assertThat(now.outbox().status().waiting()).isEqualTo(2);
            assertThat(now.outbox().items().get(3).problems()).containsExactly(why);
        }
    }

    @Test
    void aRepairTakesThePlaceOfWhatWasRefusedAndIsNotUndoneByImportingAgain() {
        Phone phone = enrolled(PhoneSamples.open(disk));
        NewContact imported = new NewContact(UUID.randomUUID(), PhoneSamples.contact(DAY), true);
        saveWithReadableNote(phone, imported);
        UUID other = phone.outbox().save(PhoneSamples.contact(DAY));
        List<PushItem> batch = phone.outbox().sending().nextBatch(1);
        phone.outbox().sending().settle(List.of(ItemOutcome.of(batch.get(0), Verdict.REJECTED)));
        assertThatThrownBy(() -> phone.outbox().repair(other, PhoneSamples.contact(DAY)))
                .isInstanceOf(IllegalArgumentException.class);

        UUID repaired = phone.outbox().repair(imported.opId(), PhoneSamples.contact(DAY.minusDays(1)));

        assertThat(phone.outbox().withdraw(repaired)).isFalse();
        for (Phone now : List.of(phone, PhoneSamples.open(disk.crashed()))) {
            assertThat(now.outbox().items()).extracting(OutboxItem::opId).containsExactly(other, repaired);
            assertThat(now.outbox().items().get(1).saved().note()).isEqualTo("rode sjaal");
            assertThat(now.outbox().status().needsRepair()).isZero();
            assertThat(now.outbox().saveAll(List.of(imported))).isZero();
        }
    }

    @Test
    void theProofHoldsOnlyWhenTheServerHoldsTheVerySame() {
        Phone phone = enrolled(PhoneSamples.open(disk));
        phone.outbox().save(PhoneSamples.contact(DAY));
        phone.outbox().save(PhoneSamples.contact(DAY));
        List<PushItem> batch = phone.outbox().sending().nextBatch(100);
        phone.outbox()
                .sending()
                .settle(batch.stream()
                        .map(item -> ItemOutcome.of(item, Verdict.ACCEPTED))
                        .toList());
        ContentHash xor = ContentHash.of(batch.get(0)).xor(ContentHash.of(batch.get(1)));
        assertThat(phone.outbox().sending().synced(new Custody(2, List.of(), 1, xor)))
                .isFalse();
        assertThat(phone.outbox().status().provedAt()).isNull();
        assertThat(phone.outbox().sending().synced(new Custody(2, List.of(), 2, ContentHash.NONE)))
                .isFalse();
        assertThat(phone.outbox().sending().synced(new Custody(2, List.of(), 2, xor)))
                .isTrue();
        Clock later = Clock.fixed(PhoneSamples.NOW.plusSeconds(60), ZoneOffset.UTC);
        Phone again = PhoneSamples.open(disk.crashed(), later, new Random(3));
        assertThat(again.outbox().status().provedAt()).isEqualTo(PhoneSamples.NOW);
        assertThat(again.outbox().sending().synced(new Custody(2, List.of(), 2, xor)))
                .isTrue();
        assertThat(again.outbox().status().provedAt()).isEqualTo(later.instant());
    }

    @Test
    void compactionLetsOldArrivedItemsGoAndKeepsTheRest() {
        Phone phone = enrolled(PhoneSamples.open(disk));
        UUID imported = UUID.fromString("7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11");
        UUID noted = UUID.fromString("7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b12");
        phone.outbox().saveAll(List.of(new NewContact(imported, PhoneSamples.contact(DAY), true)));
        saveWithReadableNote(phone, new NewContact(noted, PhoneSamples.contact(DAY), true));
        phone.outbox().save(PhoneSamples.contact(DAY));
        List<PushItem> batch = phone.outbox().sending().nextBatch(100);
        phone.outbox()
                .sending()
                .settle(batch.stream()
                        .map(item -> ItemOutcome.of(item, Verdict.ACCEPTED))
                        .toList());
        phone.outbox()
                .sending()
                .synced(new Custody(
                        3,
                        List.of(),
                        3,
                        batch.stream().map(ContentHash::of).reduce(ContentHash.NONE, ContentHash::xor)));
        UUID waiting = phone.outbox().save(PhoneSamples.contact(DAY));
        phone.settings().chooseLanguage(Locale.ENGLISH);
        phone.settings().chooseTheme(Settings.Theme.NIGHT);
        OutboxStatus before = phone.outbox().status();
        long sizeBefore = disk.content("journal").length;

        Clock later = Clock.fixed(PhoneSamples.NOW.plus(Duration.ofDays(3)), ZoneOffset.UTC);
        Phone old = PhoneSamples.open(disk.crashed(), later, new Random(8));
        old.compact();
        MemoryDisk after = ((MemoryDisk) old.parts().disk()).crashed();
        Phone compacted = PhoneSamples.open(after, later, new Random(9));

        assertThat(after.content("journal").length).isLessThan((int) sizeBefore);
        assertThat(compacted.outbox().items()).extracting(OutboxItem::opId).containsExactly(noted, waiting);
        assertThat(compacted.outbox().status()).isEqualTo(before);
        assertThat(compacted.outbox().knows(imported)).isTrue();
        assertThat(compacted.outbox().saveAll(List.of(new NewContact(imported, PhoneSamples.contact(DAY), true))))
                .isZero();
        assertThat(compacted.outbox().sending().nextBatch(1))
                .extracting(PushItem::opSeq)
                .containsExactly(4L);
        assertThat(compacted.settings().language()).isEqualTo(Locale.ENGLISH);
        assertThat(compacted.settings().theme()).isEqualTo(Settings.Theme.NIGHT);
        assertThat(compacted.enrolment().install()).isNotNull();
    }

    @Test
    void aJournalFullOfSyncRoundsShrinksAtTheNextUnlock() {
        Phone phone = PhoneSamples.open(disk);
        phone.outbox().save(PhoneSamples.contact(DAY));
        for (int i = 0; i < 2_010; i++) {
            phone.outbox().sending().synced(Custody.NONE);
        }
        int sizeBefore = disk.content("journal").length;
        MemoryDisk after = disk.crashed();
        Phone again = PhoneSamples.open(after);
        assertThat(after.content("journal").length).isLessThan(sizeBefore / 20);
        assertThat(again.outbox().status()).isEqualTo(phone.outbox().status());
    }

    @Test
    void anotherInstallNumbersAnewWhatStillWaits() {
        Phone phone = enrolled(PhoneSamples.open(disk));
        phone.outbox().save(PhoneSamples.contact(DAY));
        phone.outbox().save(PhoneSamples.contact(DAY));
        List<PushItem> batch = phone.outbox().sending().nextBatch(100);
        phone.outbox().sending().settle(List.of(ItemOutcome.of(batch.get(0), Verdict.ACCEPTED)));
        enrolled(phone);
        assertThat(phone.outbox().sending().nextBatch(100))
                .singleElement()
                .satisfies(item -> assertThat(item.opSeq()).isEqualTo(1))
                .satisfies(
                        item -> assertThat(item.opId()).isEqualTo(batch.get(1).opId()));
        assertThat(phone.outbox().status().held()).isZero();
    }

    @Test
    void theKeyOfALostEnrolmentReplyIsUsedAgain() {
        Phone phone = PhoneSamples.open(disk);
        InstallKey key = phone.enrolment().keyFor(SERVER);
        Phone again = PhoneSamples.open(disk.crashed());
        assertThat(again.enrolment().keyFor(SERVER).thumbprint()).isEqualTo(key.thumbprint());
        assertThat(again.enrolment().keyFor(URI.create("https://other.example")).thumbprint())
                .isNotEqualTo(key.thumbprint());
        assertThat(again.enrolment().install()).isNull();
    }

    @Test
    void codesAndNotesAndKeysStayOutOfEverythingReadableOnTheDisk() {
        Phone phone = enrolled(PhoneSamples.open(disk));
        saveWithReadableNote(phone, new NewContact(UUID.randomUUID(), PhoneSamples.contact(DAY), false));
        disk.files().forEach((name, content) -> assertThat(new String(content, StandardCharsets.ISO_8859_1))
                .doesNotContain("sjaal", "Nijmegen", "P-256", name.equals("address.json") ? "team" : "bereik.example"));
    }

    /** As journals have it of before notes were sealed. */
    private static void saveWithReadableNote(Phone phone, NewContact contact) {
        phone.record(new Entry.Saved(
                contact.opId(),
                ContactCodec.KIND,
                ContactCodec.SCHEMA,
                ContactCodec.encode(contact.contact()),
                "rode sjaal",
                PhoneSamples.NOW,
                contact.imported(),
                null));
    }

    private static Phone enrolled(Phone phone) {
        InstallKey key = phone.enrolment().keyFor(SERVER);
        phone.enrolment().enrolled(new EnrolReply(key.thumbprint(), "team", PhoneSamples.NOW));
        return phone;
    }
}

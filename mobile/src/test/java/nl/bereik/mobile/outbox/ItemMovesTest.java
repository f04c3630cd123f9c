package nl.bereik.mobile.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.state.Outcomes;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.CustodyPage;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Walks every move of {@code docs/sync-states.md}, on a phone that loses its memory after each. */
class ItemMovesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final ContactMoment CONTACT = PhoneSamples.contact(DAY);
    private static final URI SERVER = URI.create("https://bereik.example");

    private MemoryDisk disk = new MemoryDisk();
    private Phone phone = enrolled(PhoneSamples.open(disk));
    private UUID item = phone.outbox().save(CONTACT);

    private final Map<String, Runnable> walks = new LinkedHashMap<>();

    {
        walks.put("a", () -> stands(ItemState.WAITING));
        walks.put("b", () -> {
            assertThat(phone.outbox().withdraw(item)).isTrue();
            isGone();
        });
        walks.put("c", () -> {
            UUID successor = phone.outbox().correct(item, PhoneSamples.contact(DAY.minusDays(1)));
            isGone();
            item = successor;
            stands(ItemState.WAITING);
            assertThat(phone.outbox().correct(item, null)).isEqualTo(item);
            isGone();
        });
        walks.put("d", () -> {
            assertThat(send().opSeq()).isEqualTo(1);
            assertThat(phone.outbox().stateOf(item)).isEqualTo(ItemState.SENDING);
            assertThat(phone.outbox().withdraw(item)).as("it may have arrived").isFalse();
            restart();
            assertThat(send().opSeq()).isEqualTo(1);
        });
        walks.put("e", () -> {
            settle(Verdict.ACCEPTED);
            stands(ItemState.ARRIVED);
            item = phone.outbox().save(CONTACT);
            settle(Verdict.DUPLICATE);
            stands(ItemState.ARRIVED);
        });
        walks.put("f", () -> {
            settle(Verdict.QUARANTINED);
            stands(ItemState.UNDER_REVIEW);
        });
        walks.put("g", () -> {
            settle(Verdict.CONFLICT);
            stands(ItemState.UNDER_REVIEW);
        });
        walks.put("h", () -> {
            settle(Verdict.REJECTED);
            stands(ItemState.NEEDS_REPAIR);
        });
        walks.put("i", () -> {
            settle(Verdict.RETRY);
            stands(ItemState.WAITING);
            send();
            phone.outbox().sending().settle(List.of());
            stands(ItemState.WAITING);
            send();
            phone.outbox().sending().giveUp();
            stands(ItemState.WAITING);
            send();
            restart();
            stands(ItemState.WAITING);
        });
        walks.put("j", () -> {
            settle(Verdict.QUARANTINED);
            review(Verdict.ACCEPTED);
            stands(ItemState.ARRIVED);
            assertThat(phone.outbox().status().held()).isEqualTo(1);
        });
        walks.put("k", () -> {
            review(Verdict.REJECTED);
            stands(ItemState.WAITING);
            settle(Verdict.QUARANTINED);
            stands(ItemState.NEEDS_REPAIR);
            assertThat(phone.outbox().status().held()).as("kept raw").isEqualTo(1);
        });
        walks.put("l", () -> {
            settle(Verdict.REJECTED);
            UUID successor = phone.outbox().repair(item, CONTACT);
            isGone();
            item = successor;
            stands(ItemState.WAITING);
        });
        walks.put("m", () -> {
            settle(Verdict.ACCEPTED);
            UUID first = item;
            item = phone.outbox().correct(first, null);
            stands(ItemState.WAITING);
            UUID replaced = item;
            item = phone.outbox().correct(first, PhoneSamples.contact(DAY.minusDays(1)));
            stands(ItemState.WAITING);
            assertThat(phone.outbox().stateOf(replaced)).as("never sent").isNull();
            assertThat(phone.outbox().stateOf(first)).isEqualTo(ItemState.ARRIVED);
            settle(Verdict.ACCEPTED);
            item = phone.outbox().correct(first, CONTACT);
            assertThat(CorrectionCodec.decode(send().body()))
                    .isEqualTo(new Decoded.Whole<>(new ContactCorrection(first, 4, CONTACT)));
        });
        walks.put("n", () -> {
            settle(Verdict.ACCEPTED);
            assertThat(phone.outbox().sending().reconcile(Custody.NONE, List.of()))
                    .isTrue();
            stands(ItemState.WAITING);
            assertThat(send().opSeq()).isEqualTo(1);
            assertThat(phone.outbox().status().held()).isZero();
        });
        walks.put("o", () -> {
            settle(Verdict.ACCEPTED);
            ContentHash hash = hash();
            laterBy(3);
            phone.compact();
            stands(ItemState.ARRIVED);
            assertThat(phone.outbox().sending().synced(new Custody(1, List.of(), 1, hash)))
                    .isTrue();
            UUID correction = phone.outbox().correct(item, null);
            phone.compact();
            stands(ItemState.ARRIVED);
            assertThat(phone.outbox().withdraw(correction)).isTrue();
            phone.compact();
            restart();
            isGone();
            assertThat(phone.outbox().status().held()).isEqualTo(1);
        });
        walks.put("p", () -> {
            UUID reviewed = phone.outbox().save(CONTACT);
            UUID waiting = phone.outbox().save(CONTACT);
            assertThat(phone.outbox().sending().nextBatch(3)).hasSize(3);
            phone.outbox()
                    .sending()
                    .settle(List.of(outcome(item, Verdict.ACCEPTED), outcome(reviewed, Verdict.QUARANTINED)));
            phone = enrolled(phone);
            stands(ItemState.ARRIVED);
            assertThat(phone.outbox().stateOf(reviewed)).isEqualTo(ItemState.WAITING);
            assertThat(phone.outbox().status().held()).isZero();
            assertThat(phone.outbox().withdraw(waiting))
                    .as("it may have arrived")
                    .isFalse();
            phone.compact();
            restart();
            assertThat(phone.outbox().withdraw(waiting)).isFalse();
            item = waiting;
            stands(ItemState.WAITING);
            assertThat(send().opSeq()).isEqualTo(1);
        });
    }

    @TestFactory
    List<DynamicTest> everyMove() {
        return walks.keySet().stream()
                .map(move ->
                        DynamicTest.dynamicTest(move, () -> Objects.requireNonNull(new ItemMovesTest().walks.get(move))
                                .run()))
                .toList();
    }

    @Test
    void theTableHasTheseMovesAndNoOthers() throws IOException {
        String table = Files.readString(Path.of("..", "docs", "sync-states.md"));
        assertThat(new TreeSet<>(walks.keySet()))
                .isEqualTo(new TreeSet<>(Pattern.compile("^\\| ([a-z]) \\|", Pattern.MULTILINE)
                        .matcher(table)
                        .results()
                        .map((MatchResult row) -> row.group(1))
                        .toList()));
        for (ItemState state : ItemState.values()) {
            assertThat(table).contains("| " + state + " |");
        }
    }

    /** The server holds an item at a place that this phone has not come to: a backup was restored. */
    @Test
    void itemsOfAPhoneThatWentOnFromTheSameBackupAreNotTakenForOnesOwn() {
        settle(Verdict.ACCEPTED);
        ContentHash other = new ContentHash(7, 7);
        Custody both = new Custody(2, List.of(), 2, hash().xor(other));
        List<CustodyPage.Held> listed = List.of(new CustodyPage.Held(1, hash()), new CustodyPage.Held(2, other));
        assertThat(phone.outbox().sending().reconcile(both, listed)).isFalse();
        stands(ItemState.ARRIVED);
        List<CustodyPage.Held> shared = List.of(new CustodyPage.Held(1, hash()), new CustodyPage.Held(1, other));
        assertThat(phone.outbox().sending().reconcile(both, shared)).isFalse();
    }

    @Test
    void whatTheServerLostAndThePhoneNoLongerHasIsToldAndNotForgotten() {
        settle(Verdict.ACCEPTED);
        phone.outbox().sending().synced(new Custody(1, List.of(), 1, hash()));
        laterBy(3);
        phone.compact();
        restart();
        isGone();
        item = phone.outbox().save(CONTACT);
        settle(Verdict.ACCEPTED);
        Custody afterItsBackup = new Custody(2, List.of(), 1, hash());
        assertThat(phone.outbox().sending().isProvedBy(afterItsBackup)).isFalse();
        assertThat(phone.outbox().sending().reconcile(afterItsBackup, List.of(new CustodyPage.Held(2, hash()))))
                .isTrue();
        stands(ItemState.ARRIVED);
        assertThat(phone.outbox().status().lost()).isEqualTo(1);
        assertThat(phone.outbox().sending().synced(afterItsBackup)).isTrue();
        phone.compact();
        restart();
        assertThat(phone.outbox().status().lost()).isEqualTo(1);
    }

    private void stands(ItemState state) {
        assertThat(phone.outbox().stateOf(item)).isNotEqualTo(ItemState.SENDING);
        restart();
        assertThat(phone.outbox().stateOf(item)).isEqualTo(state);
    }

    private void isGone() {
        assertThat(phone.outbox().stateOf(item)).isNull();
        restart();
        assertThat(phone.outbox().stateOf(item)).isNull();
    }

    private void restart() {
        Clock clock = phone.parts().clock();
        disk = disk.crashed();
        phone = PhoneSamples.open(disk, clock, new Random(disk.content("journal").length));
    }

    private void laterBy(int days) {
        disk = disk.crashed();
        Clock later = Clock.offset(phone.parts().clock(), Duration.ofDays(days));
        phone = PhoneSamples.open(disk, later.withZone(ZoneOffset.UTC), new Random(days));
    }

    private PushItem send() {
        List<PushItem> batch = phone.outbox().sending().nextBatch(1);
        assertThat(batch).hasSize(1);
        return batch.get(0);
    }

    private void settle(Verdict verdict) {
        assertThat(send().opId()).isEqualTo(item);
        phone.outbox().sending().settle(List.of(outcome(item, verdict)));
    }

    private void review(Verdict verdict) {
        phone.state().pulled(new StateReply(List.of(Outcomes.record(outcome(item, verdict))), List.of()));
    }

    private ContentHash hash() {
        return phone.outbox().items().stream()
                .filter(each -> each.opId().equals(item))
                .findFirst()
                .orElseThrow()
                .hash();
    }

    private static ItemOutcome outcome(UUID opId, Verdict verdict) {
        return new ItemOutcome(opId.toString(), verdict, List.of());
    }

    private static Phone enrolled(Phone phone) {
        String id = phone.enrolment().keyFor(SERVER).thumbprint();
        phone.enrolment().enrolled(new EnrolReply(id, "team", PhoneSamples.NOW));
        return phone;
    }
}

package nl.bereik.mobile.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Walks every move of {@code docs/sync-states.md}, on a phone that loses its memory after each. */
class ItemMovesTest extends ItemOnAPhone {
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
}

package nl.bereik.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever is done to a chain is found, at the first number that is wrong; what is left alone is fine. */
class ChainTamperingPropertyTest {
    private static final int CHAINS = 60;
    private static final int LONGEST = 30;
    private static final Instant NOW = Instant.parse("2025-05-14T20:45:00Z");

    private final long seed = Long.getLong("bereik.seed", 20250514L);

    @Test
    void untouchedChainsAreWhole() {
        chains((entries, head) -> {
            assertThat(verdict(entries, head)).isEqualTo(new Verification.Whole(head));
            // A stop between an entry and the head leaves the head behind.
            AuditHead behind = at(entries, entries.lastKey()).head();
            AuditHead lagging = entries.size() == 1
                    ? AuditHead.NONE
                    : at(entries, entries.lastKey() - 1).head();
            assertThat(verdict(entries, lagging)).isEqualTo(new Verification.Whole(behind));
        });
    }

    @Test
    void anyOneThatIsRemovedIsMissed() {
        chains((entries, head) -> entries.keySet()
                .forEach(number -> assertBroken(entries, head, number, changed -> changed.remove(number))));
    }

    @Test
    void anyCutIsSeen() {
        chains((entries, head) -> entries.keySet().forEach(number -> assertThat(verdict(
                        with(entries, changed -> changed.tailMap(number, true).clear()), head))
                .as("seed %s, cut at %s of %s", seed, number, entries.size())
                .isEqualTo(new Verification.Broken(number, Verification.Fault.CUT_OFF))));
    }

    @Test
    void anyChangeOfAnyFieldIsSeen() {
        chains((entries, head) -> entries.values().forEach(entry -> {
            for (AuditEntry other : changes(entry)) {
                assertBroken(entries, head, entry.number(), changed -> changed.put(entry.number(), other));
            }
        }));
    }

    @Test
    void aChangeWithAHashThatFitsIsSeenAtTheNextOrAtTheHead() {
        chains((entries, head) -> entries.values().forEach(entry -> {
            AuditHead before = entry.number() == 1
                    ? AuditHead.NONE
                    : at(entries, entry.number() - 1).head();
            AuditEntry forged = AuditEntry.after(before, entry.at(), "mallory", AuditAct.SIGNED_OUT, entry.id());
            Verification found = verdict(with(entries, changed -> changed.put(entry.number(), forged)), head);
            assertThat(found)
                    .isEqualTo(
                            entry.number() == head.number()
                                    ? new Verification.Broken(entry.number(), Verification.Fault.REWRITTEN)
                                    : new Verification.Broken(entry.number() + 1, Verification.Fault.CHANGED));
        }));
    }

    @Test
    void anyTwoThatAreSwappedAreSeen() {
        chains((entries, head) -> {
            for (long first : entries.keySet()) {
                for (long second : entries.tailMap(first, false).keySet()) {
                    assertBroken(entries, head, first, changed -> {
                        changed.put(first, numbered(at(entries, second), first));
                        changed.put(second, numbered(at(entries, first), second));
                    });
                }
            }
        });
    }

    @Test
    void anyThatIsPutInBetweenIsSeen() {
        chains((entries, head) -> {
            for (long at : entries.keySet()) {
                assertBroken(entries, head, at, changed -> {
                    for (long number = entries.lastKey(); number >= at; number--) {
                        changed.put(number + 1, numbered(at(entries, number), number + 1));
                    }
                    changed.put(at, new AuditEntry(at, NOW, "mallory", "SIGNED_IN", "ACCOUNT", "x", "0".repeat(64)));
                });
            }
        });
    }

    @Test
    void aChainWrittenAnewIsSeenByAHeadKeptElsewhere() {
        chains((entries, head) -> {
            NavigableMap<Long, AuditEntry> other = chain(new SplittableRandom(seed + 1), entries.size() + 3);
            AuditHead otherHead = other.lastEntry().getValue().head();
            assertThat(verdict(other, otherHead)).isEqualTo(new Verification.Whole(otherHead));
            assertThat(verdict(other, otherHead, head))
                    .isEqualTo(new Verification.Broken(head.number(), Verification.Fault.REWRITTEN));
        });
    }

    @Test
    void whatNoNumberLeadsToIsSeen() {
        chains((entries, head) -> {
            Verification found = ChainCheck.start(List.of(head))
                    .with(List.copyOf(entries.values()), Long.MAX_VALUE)
                    .verdict(entries.size() + 1L);
            assertThat(found).isEqualTo(new Verification.Broken(head.number() + 1, Verification.Fault.STRAY));
        });
    }

    private void assertBroken(
            NavigableMap<Long, AuditEntry> entries,
            AuditHead head,
            long number,
            Consumer<NavigableMap<Long, AuditEntry>> tampering) {
        assertThat(verdict(with(entries, tampering), head))
                .as("seed %s, entry %s of %s", seed, number, entries.size())
                .isInstanceOfSatisfying(Verification.Broken.class, broken -> assertThat(broken.number())
                        .isEqualTo(number));
    }

    private static NavigableMap<Long, AuditEntry> with(
            NavigableMap<Long, AuditEntry> entries, Consumer<NavigableMap<Long, AuditEntry>> tampering) {
        NavigableMap<Long, AuditEntry> changed = new TreeMap<>(entries);
        tampering.accept(changed);
        return changed;
    }

    private static AuditEntry at(Map<Long, AuditEntry> entries, long number) {
        return Objects.requireNonNull(entries.get(number));
    }

    private static AuditEntry numbered(AuditEntry entry, long number) {
        return new AuditEntry(number, entry.at(), entry.who(), entry.act(), entry.kind(), entry.id(), entry.hash());
    }

    /** The same entry with one field changed, one for every field; also a character moved from one to the next. */
    private static List<AuditEntry> changes(AuditEntry e) {
        String flipped = (e.hash().charAt(0) == '0' ? '1' : '0') + e.hash().substring(1);
        return List.of(
                new AuditEntry(e.number(), e.at().plusMillis(1), e.who(), e.act(), e.kind(), e.id(), e.hash()),
                new AuditEntry(e.number(), e.at(), e.who() + "x", e.act(), e.kind(), e.id(), e.hash()),
                new AuditEntry(e.number(), e.at(), e.who(), e.act() + "X", e.kind(), e.id(), e.hash()),
                new AuditEntry(e.number(), e.at(), e.who(), e.act(), e.kind() + "X", e.id(), e.hash()),
                new AuditEntry(e.number(), e.at(), e.who(), e.act(), e.kind(), e.id() + "x", e.hash()),
                new AuditEntry(
                        e.number(),
                        e.at(),
                        e.who() + e.act().charAt(0),
                        e.act().substring(1),
                        e.kind(),
                        e.id(),
                        e.hash()),
                new AuditEntry(e.number(), e.at(), e.who(), e.act(), e.kind(), e.id(), flipped),
                new AuditEntry(e.number(), e.at(), e.who(), e.act(), e.kind(), e.id(), ""));
    }

    private interface ChainTest {
        void on(NavigableMap<Long, AuditEntry> entries, AuditHead head);
    }

    private void chains(ChainTest test) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < CHAINS; i++) {
            NavigableMap<Long, AuditEntry> entries = chain(random, 1 + random.nextInt(LONGEST));
            test.on(entries, at(entries, entries.lastKey()).head());
        }
    }

    private static NavigableMap<Long, AuditEntry> chain(SplittableRandom random, int length) {
        NavigableMap<Long, AuditEntry> entries = new TreeMap<>();
        AuditHead head = AuditHead.NONE;
        for (int i = 0; i < length; i++) {
            AuditAct act = AuditAct.values()[random.nextInt(AuditAct.values().length)];
            AuditEntry entry = AuditEntry.after(
                    head,
                    NOW.plusMillis(random.nextInt(100_000)),
                    "who" + random.nextInt(3),
                    act,
                    "" + random.nextInt(50));
            entries.put(entry.number(), entry);
            head = entry.head();
        }
        return entries;
    }

    private static Verification verdict(NavigableMap<Long, AuditEntry> entries, AuditHead... expected) {
        return ChainCheck.start(List.of(expected))
                .with(List.copyOf(entries.values()), Long.MAX_VALUE)
                .verdict(entries.size());
    }
}

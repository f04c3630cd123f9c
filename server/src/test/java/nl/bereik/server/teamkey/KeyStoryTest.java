package nl.bereik.server.teamkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import nl.bereik.mobile.teamkey.TeamKey;
import nl.bereik.mobile.teamkey.TeamKeys.NewPhone;
import nl.bereik.mobile.teamkey.TeamKeys.Standing;
import nl.bereik.protocol.teamkey.SixDigits;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.install.Install;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The team's key from its making to its change, with the phones' and the server's own code. */
final class KeyStoryTest {
    private final KeyStand stand = new KeyStand();

    @Test
    void theFirstPhoneMakesTheKeyAndHandsItToThoseThatShowTheSameDigits() {
        StoryPhone keeper = stand.phone("keeper");
        stand.sync(keeper);
        assertThat(KeyStand.epoch(keeper)).isEqualTo(1);
        StoryPhone fresh = stand.phone("fresh");
        SixDigits seen = stand.compare(keeper, fresh);
        assertThat(fresh.keys().standing()).isEqualTo(Standing.TO_COMPARE);
        keeper.keys().confirm("fresh", seen);
        stand.sync(keeper);
        stand.sync(fresh);
        assertThat(fresh.keys().current()).as("nobody looked at its screen").isEmpty();
        fresh.keys().confirmKeeper(seen);
        stand.sync(fresh);
        assertThat(fresh.keys().current()).isEqualTo(keeper.keys().current());
        assertThat(fresh.keys().standing()).isEqualTo(Standing.HAS_KEY);
        assertThat(keeper.keys().newPhones()).isEmpty();
        assertThat(stand.audit.noted())
                .extracting(MemoryAuditTrail.Noted::act)
                .containsExactly(AuditAct.KEY_MADE, AuditAct.KEY_HANDED);
    }

    @Test
    void afterALossTheRestHasANewKeyAndReadsOldTexts() {
        StoryPhone keeper = stand.phone("keeper");
        StoryPhone second = stand.joined(keeper, "second");
        StoryPhone lost = stand.joined(keeper, "lost");
        TeamKey first = keeper.keys().current().orElseThrow();
        stand.installs.revoke("lost", KeyStand.NOON).block();
        stand.sync(keeper);
        stand.sync(second);
        TeamKey next = keeper.keys().current().orElseThrow();
        assertThat(next.epoch()).isEqualTo(2);
        assertThat(next.key()).isNotEqualTo(first.key());
        assertThat(second.keys().current()).contains(next);
        assertThat(second.keys().of(1)).contains(first);
        lost.sync(stand.exchange, lost.install(KeyStand.NOON));
        assertThat(lost.keys().current()).contains(first);
        assertThat(lost.keys().of(2)).isEmpty();
        StoryPhone fresh = stand.joined(keeper, "fresh");
        assertThat(fresh.keys().current()).contains(next);
        assertThat(fresh.keys().of(1)).contains(first);
        assertThat(stand.audit.noted()).extracting(MemoryAuditTrail.Noted::act).contains(AuditAct.KEY_ROTATED);
    }

    @Test
    void whenTheKeeperIsLostAnotherKeepsAndKnowsEverybody() {
        StoryPhone keeper = stand.phone("keeper");
        StoryPhone second = stand.joined(keeper, "second");
        StoryPhone third = stand.joined(keeper, "third");
        stand.sync(second);
        stand.installs.revoke("keeper", KeyStand.NOON).block();
        stand.sync(second);
        stand.sync(third);
        assertThat(KeyStand.epoch(second)).isEqualTo(2);
        assertThat(third.keys().current()).isEqualTo(second.keys().current());
        StoryPhone fourth = stand.joined(second, "fourth");
        assertThat(fourth.keys().current()).isEqualTo(second.keys().current());
        stand.sync(third);
        stand.installs.revoke("second", KeyStand.NOON).block();
        stand.sync(third);
        stand.sync(fourth);
        assertThat(KeyStand.epoch(third)).isEqualTo(3);
        assertThat(fourth.keys().current())
                .as("the third never met the fourth, but the second told of it")
                .isEqualTo(third.keys().current());
    }

    @Test
    void whenNobodyHasTheKeyAnotherIsMade() {
        StoryPhone keeper = stand.phone("keeper");
        stand.sync(keeper);
        StoryPhone other = stand.phone("other");
        stand.installs.revoke("keeper", KeyStand.NOON).block();
        stand.sync(other);
        assertThat(KeyStand.epoch(other)).isEqualTo(2);
        assertThat(other.keys().of(1)).isEmpty();
    }

    @Test
    void ofTwoPhonesThatMakeTheFirstKeyOneCounts() {
        StoryPhone one = stand.phone("one");
        StoryPhone two = stand.phone("two");
        one.syncAndLoseTheReply(
                stand.exchange, stand.installs.find("one").blockOptional().orElseThrow());
        stand.sync(two);
        assertThat(two.keys().current()).isEmpty();
        one.restart();
        stand.sync(one);
        assertThat(KeyStand.epoch(one)).isEqualTo(1);
        SixDigits seen = stand.compare(one, two);
        one.keys().confirm("two", seen);
        two.keys().confirmKeeper(seen);
        stand.sync(one);
        stand.sync(two);
        assertThat(two.keys().current()).isEqualTo(one.keys().current());
    }

    @Test
    void aPhoneThatIsStoppedOrCompactedAnywhereGoesOn() {
        for (int seed = 0; seed < 60; seed++) {
            new KeyStoryTest().stumble(new Random(seed));
        }
    }

    private void stumble(Random random) {
        StoryPhone keeper = stand.phone("keeper");
        StoryPhone fresh = stand.phone("fresh");
        for (int step = 0; step < 40 && fresh.keys().current().isEmpty(); step++) {
            StoryPhone acting = random.nextBoolean() ? keeper : fresh;
            switch (random.nextInt(4)) {
                case 0 -> acting.restart();
                case 1 -> acting.compact();
                case 2 ->
                    acting.syncAndLoseTheReply(
                            stand.exchange,
                            stand.installs.find(acting.name).blockOptional().orElseThrow());
                default -> stand.sync(acting);
            }
            peopleCompare(keeper, fresh);
            peopleCompare(fresh, keeper);
        }
        for (int i = 0; i < 4; i++) {
            stand.sync(keeper);
            stand.sync(fresh);
            peopleCompare(keeper, fresh);
            peopleCompare(fresh, keeper);
        }
        stand.sync(keeper);
        stand.sync(fresh);
        assertThat(fresh.keys().current()).isPresent().isEqualTo(keeper.keys().current());
    }

    private static void peopleCompare(StoryPhone keeper, StoryPhone fresh) {
        List<NewPhone> waiting = keeper.keys().newPhones();
        SixDigits shown = waiting.isEmpty() ? null : waiting.get(0).digits();
        if (shown != null && fresh.keys().digits().filter(shown::equals).isPresent()) {
            keeper.keys().confirm(fresh.name, shown);
            fresh.keys().confirmKeeper(shown);
        }
    }

    @Test
    void aPhoneThatEnrolledWithoutAKeyToSealToTellsItLater() {
        StoryPhone old = new StoryPhone("old", 77);
        stand.installs
                .add(new Install(
                        "old",
                        StoryPhone.TEAM,
                        old.install(KeyStand.NOON).publicKey(),
                        null,
                        KeyStand.NOON,
                        null,
                        null))
                .block();
        stand.sync(old);
        assertThat(KeyStand.epoch(old)).isEqualTo(1);
        assertThat(stand.install("old").sealKey()).isEqualTo(old.keys().sealKey());
    }

    @Test
    void aServerRestoredFromABackupIsToldOfTheNewerEpoch() {
        StoryPhone keeper = stand.phone("keeper");
        StoryPhone second = stand.joined(keeper, "second");
        KeyEpoch backup = stand.store.newest(StoryPhone.TEAM).blockOptional().orElseThrow();
        stand.joined(keeper, "gone");
        stand.installs.revoke("gone", KeyStand.NOON).block();
        stand.sync(keeper);
        stand.sync(second);
        MemoryTeamKeyStore restored = new MemoryTeamKeyStore();
        restored.add(backup).block();
        KeyExchange after = new KeyExchange(
                restored,
                stand.installs,
                holders -> Mono.justOrEmpty(holders.stream().findFirst()),
                stand.audit);
        keeper.sync(after, stand.install("keeper"));
        second.sync(after, stand.install("second"));
        assertThat(restored.newest(StoryPhone.TEAM)
                        .blockOptional()
                        .orElseThrow()
                        .epoch())
                .isEqualTo(2);
        assertThat(second.keys().current()).isEqualTo(keeper.keys().current());
        assertThat(KeyStand.epoch(second)).isEqualTo(2);
    }
}

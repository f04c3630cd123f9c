package nl.bereik.server.teamkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.bereik.mobile.teamkey.TeamKey;
import nl.bereik.mobile.teamkey.TeamKeys.NewPhone;
import nl.bereik.mobile.teamkey.TeamKeys.Standing;
import nl.bereik.protocol.teamkey.Handover;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.protocol.teamkey.SixDigits;
import nl.bereik.protocol.teamkey.TeamKeyPost;
import nl.bereik.protocol.teamkey.TeamKeyState;
import nl.bereik.protocol.teamkey.TeamKeyState.Comparison;
import nl.bereik.protocol.teamkey.TeamKeyState.Envelope;
import nl.bereik.protocol.teamkey.TeamKeyState.Wanted;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.MemoryInstalls;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The team's key from its making to its change, with the phones' and the server's own code. */
final class KeyStoryTest {
    private static final Instant NOON = Instant.parse("2025-06-01T10:00:00Z");

    private final MemoryInstalls installs = new MemoryInstalls();
    private final MemoryTeamKeyStore store = new MemoryTeamKeyStore();
    private final MemoryAuditTrail audit = new MemoryAuditTrail();
    private final KeyExchange exchange = new KeyExchange(
            store, installs, phones -> Mono.justOrEmpty(phones.stream().findFirst()), audit);
    private final Map<String, StoryPhone> phones = new LinkedHashMap<>();

    @Test
    void theFirstPhoneMakesTheKeyAndHandsItToThoseThatShowTheSameDigits() {
        StoryPhone keeper = phone("keeper");
        sync(keeper);
        assertThat(epoch(keeper)).isEqualTo(1);
        StoryPhone fresh = phone("fresh");
        SixDigits seen = compare(keeper, fresh);
        assertThat(fresh.keys().standing()).isEqualTo(Standing.TO_COMPARE);
        keeper.keys().confirm("fresh", seen);
        sync(keeper);
        sync(fresh);
        assertThat(fresh.keys().current()).as("nobody looked at its screen").isEmpty();
        fresh.keys().confirmKeeper(seen);
        sync(fresh);
        assertThat(fresh.keys().current()).isEqualTo(keeper.keys().current());
        assertThat(fresh.keys().standing()).isEqualTo(Standing.HAS_KEY);
        assertThat(keeper.keys().newPhones()).isEmpty();
        assertThat(audit.noted())
                .extracting(MemoryAuditTrail.Noted::act)
                .containsExactly(AuditAct.KEY_MADE, AuditAct.KEY_HANDED);
    }

    @Test
    void afterALossTheRestHasANewKeyAndReadsOldTexts() {
        StoryPhone keeper = phone("keeper");
        StoryPhone second = joined(keeper, "second");
        StoryPhone lost = joined(keeper, "lost");
        TeamKey first = keeper.keys().current().orElseThrow();
        installs.revoke("lost", NOON).block();
        sync(keeper);
        sync(second);
        TeamKey next = keeper.keys().current().orElseThrow();
        assertThat(next.epoch()).isEqualTo(2);
        assertThat(next.key()).isNotEqualTo(first.key());
        assertThat(second.keys().current()).contains(next);
        assertThat(second.keys().of(1)).contains(first);
        lost.sync(exchange, lost.install(NOON));
        assertThat(lost.keys().current()).contains(first);
        assertThat(lost.keys().of(2)).isEmpty();
        StoryPhone fresh = joined(keeper, "fresh");
        assertThat(fresh.keys().current()).contains(next);
        assertThat(fresh.keys().of(1)).contains(first);
        assertThat(audit.noted()).extracting(MemoryAuditTrail.Noted::act).contains(AuditAct.KEY_ROTATED);
    }

    @Test
    void whenTheKeeperIsLostAnotherKeepsAndKnowsEverybody() {
        StoryPhone keeper = phone("keeper");
        StoryPhone second = joined(keeper, "second");
        StoryPhone third = joined(keeper, "third");
        sync(second);
        installs.revoke("keeper", NOON).block();
        sync(second);
        sync(third);
        assertThat(epoch(second)).isEqualTo(2);
        assertThat(third.keys().current()).isEqualTo(second.keys().current());
        StoryPhone fourth = joined(second, "fourth");
        assertThat(fourth.keys().current()).isEqualTo(second.keys().current());
        sync(third);
        installs.revoke("second", NOON).block();
        sync(third);
        sync(fourth);
        assertThat(epoch(third)).isEqualTo(3);
        assertThat(fourth.keys().current())
                .as("the third never met the fourth, but the second told of it")
                .isEqualTo(third.keys().current());
    }

    @Test
    void whenNobodyHasTheKeyAnotherIsMade() {
        StoryPhone keeper = phone("keeper");
        sync(keeper);
        StoryPhone other = phone("other");
        installs.revoke("keeper", NOON).block();
        sync(other);
        assertThat(epoch(other)).isEqualTo(2);
        assertThat(other.keys().of(1)).isEmpty();
    }

    @Test
    void ofTwoPhonesThatMakeTheFirstKeyOneCounts() {
        StoryPhone one = phone("one");
        StoryPhone two = phone("two");
        one.syncAndLoseTheReply(exchange, installs.find("one").blockOptional().orElseThrow());
        sync(two);
        assertThat(two.keys().current()).isEmpty();
        one.restart();
        sync(one);
        assertThat(epoch(one)).isEqualTo(1);
        SixDigits seen = compare(one, two);
        one.keys().confirm("two", seen);
        two.keys().confirmKeeper(seen);
        sync(one);
        sync(two);
        assertThat(two.keys().current()).isEqualTo(one.keys().current());
    }

    @Test
    void aPhoneThatIsStoppedOrCompactedAnywhereGoesOn() {
        for (int seed = 0; seed < 60; seed++) {
            new KeyStoryTest().stumble(new Random(seed));
        }
    }

    private void stumble(Random random) {
        StoryPhone keeper = phone("keeper");
        StoryPhone fresh = phone("fresh");
        for (int step = 0; step < 40 && fresh.keys().current().isEmpty(); step++) {
            StoryPhone acting = random.nextBoolean() ? keeper : fresh;
            switch (random.nextInt(4)) {
                case 0 -> acting.restart();
                case 1 -> acting.compact();
                case 2 ->
                    acting.syncAndLoseTheReply(
                            exchange, installs.find(acting.name).blockOptional().orElseThrow());
                default -> sync(acting);
            }
            peopleCompare(keeper, fresh);
            peopleCompare(fresh, keeper);
        }
        for (int i = 0; i < 4; i++) {
            sync(keeper);
            sync(fresh);
            peopleCompare(keeper, fresh);
            peopleCompare(fresh, keeper);
        }
        sync(keeper);
        sync(fresh);
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
    void aServerThatPutsItselfBetweenShowsOtherDigits() {
        for (int seed = 0; seed < 20; seed++) {
            new KeyStoryTest().betweenTwoPhones(seed);
        }
    }

    /** The server plays the keeper to the new phone and the new phone to the keeper. */
    private void betweenTwoPhones(int seed) {
        StoryPhone keeper = phone("keeper");
        sync(keeper);
        StoryPhone fresh = phone("fresh");
        SealKey false1 = new StoryPhone("false", 900 + seed).keys().sealKey();
        String nonce = Handover.nonce(new Random(seed));
        String toKeeper =
                new Handover(StoryPhone.TEAM, "fresh", false1, keeper.keys().sealKey()).commitment(nonce);
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            fresh.sync(exchange, install("fresh"), told -> {
                Comparison there = told.comparison();
                if (there != null && there.opened() != null) {
                    opened.add(there.opened());
                }
                return keptBy(
                        told, false1, there == null ? null : new Comparison(there.commitment(), nonce, there.opened()));
            });
            keeper.sync(
                    exchange, install("keeper"), told -> wants(told, false1, new Comparison(toKeeper, null, nonce)));
        }
        SixDigits onKeeper = keeper.keys().newPhones().get(0).digits();
        assertThat(fresh.keys().digits()).isPresent().isNotEqualTo(Optional.ofNullable(onKeeper));
        assertThat(onKeeper).isNotNull();
    }

    @Test
    void whatTheServerItselfSealsIsNotBelieved() {
        StoryPhone keeper = phone("keeper");
        StoryPhone fresh = joined(keeper, "fresh");
        TeamKey mine = fresh.keys().current().orElseThrow();
        // Another team's phone, as the server could make one, hands a key of epoch 2 to this phone.
        KeyStoryTest elsewhere = new KeyStoryTest();
        StoryPhone stranger = elsewhere.phone("stranger");
        elsewhere.sync(stranger);
        elsewhere.installs.add(fresh.install(NOON)).block();
        TeamKeyState foreign = elsewhere
                .exchange
                .stateOf(stranger.install(NOON))
                .blockOptional()
                .orElseThrow();
        Envelope envelope = foreign.envelope();
        assertThat(envelope).isNotNull();
        fresh.sync(
                exchange,
                install("fresh"),
                told -> handed(told, new Envelope(2, stranger.keys().sealKey(), envelope.sealed())));
        assertThat(fresh.keys().current()).contains(mine);
        // Signed by the keeper, it says, which it cannot prove.
        fresh.sync(
                exchange,
                install("fresh"),
                told -> handed(told, new Envelope(2, keeper.keys().sealKey(), envelope.sealed())));
        assertThat(fresh.keys().current()).contains(mine);
    }

    @Test
    void anEnvelopeForAnotherPhoneOrEpochOpensNothing() {
        StoryPhone keeper = phone("keeper");
        StoryPhone second = joined(keeper, "second");
        StoryPhone third = joined(keeper, "third");
        sync(second);
        Envelope forThird =
                exchange.stateOf(install("third")).blockOptional().orElseThrow().envelope();
        assertThat(forThird).isNotNull();
        TeamKey mine = second.keys().current().orElseThrow();
        second.sync(exchange, install("second"), told -> handed(told, forThird));
        second.sync(
                exchange,
                install("second"),
                told -> handed(told, new Envelope(7, keeper.keys().sealKey(), forThird.sealed())));
        third.sync(
                exchange,
                install("third"),
                told -> handed(told, new Envelope(7, keeper.keys().sealKey(), forThird.sealed())));
        assertThat(second.keys().current()).contains(mine);
        assertThat(third.keys().current()).contains(mine);
    }

    @Test
    void anOldEnvelopeShownAgainTakesNobodyInOrOutAndNothingBack() {
        StoryPhone keeper = phone("keeper");
        StoryPhone second = joined(keeper, "second");
        Envelope old = exchange.stateOf(install("second"))
                .blockOptional()
                .orElseThrow()
                .envelope();
        StoryPhone lost = joined(keeper, "lost");
        sync(second);
        installs.revoke("lost", NOON).block();
        sync(keeper);
        sync(second);
        TeamKey now = second.keys().current().orElseThrow();
        second.sync(exchange, install("second"), told -> handed(told, old));
        assertThat(second.keys().current()).contains(now);
        assertThat(now.epoch()).isEqualTo(2);
        installs.revoke("keeper", NOON).block();
        sync(second);
        assertThat(epoch(second)).isEqualTo(3);
        assertThat(lost.keys().of(3)).isEmpty();
    }

    @Test
    void aPhoneThatEnrolledWithoutAKeyToSealToTellsItLater() {
        StoryPhone old = new StoryPhone("old", 77);
        phones.put("old", old);
        installs.add(new Install("old", StoryPhone.TEAM, old.install(NOON).publicKey(), null, NOON, null, null))
                .block();
        sync(old);
        assertThat(epoch(old)).isEqualTo(1);
        assertThat(install("old").sealKey()).isEqualTo(old.keys().sealKey());
    }

    @Test
    void aServerRestoredFromABackupIsToldOfTheNewerEpoch() {
        StoryPhone keeper = phone("keeper");
        StoryPhone second = joined(keeper, "second");
        KeyEpoch backup = store.newest(StoryPhone.TEAM).blockOptional().orElseThrow();
        joined(keeper, "gone");
        installs.revoke("gone", NOON).block();
        sync(keeper);
        sync(second);
        MemoryTeamKeyStore restored = new MemoryTeamKeyStore();
        restored.add(backup).block();
        KeyExchange after = new KeyExchange(
                restored, installs, holders -> Mono.justOrEmpty(holders.stream().findFirst()), audit);
        keeper.sync(after, install("keeper"));
        second.sync(after, install("second"));
        assertThat(restored.newest(StoryPhone.TEAM)
                        .blockOptional()
                        .orElseThrow()
                        .epoch())
                .isEqualTo(2);
        assertThat(second.keys().current()).isEqualTo(keeper.keys().current());
        assertThat(epoch(second)).isEqualTo(2);
    }

    @Test
    void onlyTheKeeperHandsAndOnlyToPhonesThatMaySync() {
        StoryPhone keeper = phone("keeper");
        joined(keeper, "second");
        KeyEpoch before = store.newest(StoryPhone.TEAM).blockOptional().orElseThrow();
        var post = new TeamKeyPost(
                null,
                new TeamKeyPost.Handed(1, before.keyId(), "roster", Map.of("nobody", "x", "second", "y")),
                null,
                List.of());
        assertThat(exchange.take(install("second"), post).block()).isFalse();
        assertThat(store.newest(StoryPhone.TEAM).block()).isEqualTo(before);
        assertThat(exchange.take(install("keeper"), post).block()).isTrue();
        assertThat(store.newest(StoryPhone.TEAM).blockOptional().orElseThrow().handed())
                .doesNotContainKey("nobody");
    }

    @Test
    void nobodyTakesAllNumbersOfEpochs() {
        StoryPhone keeper = phone("keeper");
        joined(keeper, "second");
        var post = new TeamKeyPost(
                null,
                new TeamKeyPost.Handed(Integer.MAX_VALUE, "key", "roster", Map.of("keeper", "x")),
                null,
                List.of());

        assertThat(exchange.take(install("keeper"), post).block()).isFalse();

        assertThat(store.newest(StoryPhone.TEAM).blockOptional().orElseThrow().epoch())
                .isEqualTo(1);
    }

    private StoryPhone phone(String name) {
        StoryPhone made = new StoryPhone(name, phones.size() + 1);
        installs.add(made.install(NOON.plusSeconds(phones.size()))).block();
        phones.put(name, made);
        return made;
    }

    /** A phone to which the keeper has handed the key. */
    private StoryPhone joined(StoryPhone keeper, String name) {
        sync(keeper);
        StoryPhone fresh = phone(name);
        SixDigits seen = compare(keeper, fresh);
        keeper.keys().confirm(name, seen);
        fresh.keys().confirmKeeper(seen);
        sync(keeper);
        sync(fresh);
        assertThat(fresh.keys().current()).isEqualTo(keeper.keys().current());
        return fresh;
    }

    private SixDigits compare(StoryPhone keeper, StoryPhone fresh) {
        sync(fresh);
        sync(keeper);
        sync(fresh);
        sync(keeper);
        SixDigits shown = fresh.keys().digits().orElseThrow();
        assertThat(keeper.keys().newPhones())
                .extracting(NewPhone::phone, NewPhone::digits)
                .containsExactly(tuple(fresh.name, shown));
        return shown;
    }

    private void sync(StoryPhone phone) {
        phone.sync(exchange, install(phone.name));
    }

    private Install install(String name) {
        return installs.find(name).blockOptional().orElseThrow();
    }

    private static int epoch(StoryPhone phone) {
        return phone.keys().current().map(TeamKey::epoch).orElse(0);
    }

    private static TeamKeyState keptBy(TeamKeyState told, SealKey keeper, @Nullable Comparison comparison) {
        return new TeamKeyState(
                told.phone(),
                told.sealKey(),
                told.epoch(),
                told.make(),
                keeper,
                comparison,
                told.envelope(),
                told.active(),
                told.holders(),
                told.wanted());
    }

    private static TeamKeyState wants(TeamKeyState told, SealKey key, Comparison comparison) {
        return new TeamKeyState(
                told.phone(),
                told.sealKey(),
                told.epoch(),
                told.make(),
                told.keeper(),
                told.comparison(),
                told.envelope(),
                told.active(),
                told.holders(),
                List.of(new Wanted("fresh", key, null, comparison)));
    }

    private static TeamKeyState handed(TeamKeyState told, @Nullable Envelope envelope) {
        return new TeamKeyState(
                told.phone(),
                told.sealKey(),
                envelope == null ? told.epoch() : envelope.epoch(),
                told.make(),
                told.keeper(),
                told.comparison(),
                envelope,
                told.active(),
                told.holders(),
                told.wanted());
    }
}

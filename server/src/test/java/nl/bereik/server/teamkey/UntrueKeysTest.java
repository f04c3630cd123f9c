package nl.bereik.server.teamkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.bereik.mobile.teamkey.TeamKey;
import nl.bereik.protocol.teamkey.Handover;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.protocol.teamkey.SixDigits;
import nl.bereik.protocol.teamkey.TeamKeyPost;
import nl.bereik.protocol.teamkey.TeamKeyState;
import nl.bereik.protocol.teamkey.TeamKeyState.Comparison;
import nl.bereik.protocol.teamkey.TeamKeyState.Envelope;
import nl.bereik.protocol.teamkey.TeamKeyState.Wanted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a server or a phone gains by telling the others untruths about the key: nothing. */
final class UntrueKeysTest {
    private final KeyStand stand = new KeyStand();

    @Test
    void aServerThatPutsItselfBetweenShowsOtherDigits() {
        for (int seed = 0; seed < 20; seed++) {
            new UntrueKeysTest().betweenTwoPhones(seed);
        }
    }

    /** The server plays the keeper to the new phone and the new phone to the keeper. */
    private void betweenTwoPhones(int seed) {
        StoryPhone keeper = stand.phone("keeper");
        stand.sync(keeper);
        StoryPhone fresh = stand.phone("fresh");
        SealKey false1 = new StoryPhone("false", 900 + seed).keys().sealKey();
        String nonce = Handover.nonce(new Random(seed));
        String toKeeper =
                new Handover(StoryPhone.TEAM, "fresh", false1, keeper.keys().sealKey()).commitment(nonce);
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            fresh.sync(stand.exchange, stand.install("fresh"), told -> {
                Comparison there = told.comparison();
                if (there != null && there.opened() != null) {
                    opened.add(there.opened());
                }
                return keptBy(
                        told, false1, there == null ? null : new Comparison(there.commitment(), nonce, there.opened()));
            });
            keeper.sync(
                    stand.exchange,
                    stand.install("keeper"),
                    told -> wants(told, false1, new Comparison(toKeeper, null, nonce)));
        }
        SixDigits onKeeper = keeper.keys().newPhones().get(0).digits();
        assertThat(fresh.keys().digits()).isPresent().isNotEqualTo(Optional.ofNullable(onKeeper));
        assertThat(onKeeper).isNotNull();
    }

    @Test
    void whatTheServerItselfSealsIsNotBelieved() {
        StoryPhone keeper = stand.phone("keeper");
        StoryPhone fresh = stand.joined(keeper, "fresh");
        TeamKey mine = fresh.keys().current().orElseThrow();
        // Another team's phone, as the server could make one, hands a key of epoch 2 to this phone.
        KeyStand elsewhere = new KeyStand();
        StoryPhone stranger = elsewhere.phone("stranger");
        elsewhere.sync(stranger);
        elsewhere.installs.add(fresh.install(KeyStand.NOON)).block();
        TeamKeyState foreign = elsewhere
                .exchange
                .stateOf(stranger.install(KeyStand.NOON))
                .blockOptional()
                .orElseThrow();
        Envelope envelope = foreign.envelope();
        assertThat(envelope).isNotNull();
        fresh.sync(
                stand.exchange,
                stand.install("fresh"),
                told -> handed(told, new Envelope(2, stranger.keys().sealKey(), envelope.sealed())));
        assertThat(fresh.keys().current()).contains(mine);
        // Signed by the keeper, it says, which it cannot prove.
        fresh.sync(
                stand.exchange,
                stand.install("fresh"),
                told -> handed(told, new Envelope(2, keeper.keys().sealKey(), envelope.sealed())));
        assertThat(fresh.keys().current()).contains(mine);
    }

    @Test
    void anEnvelopeForAnotherPhoneOrEpochOpensNothing() {
        StoryPhone keeper = stand.phone("keeper");
        StoryPhone second = stand.joined(keeper, "second");
        StoryPhone third = stand.joined(keeper, "third");
        stand.sync(second);
        Envelope forThird = stand.exchange
                .stateOf(stand.install("third"))
                .blockOptional()
                .orElseThrow()
                .envelope();
        assertThat(forThird).isNotNull();
        TeamKey mine = second.keys().current().orElseThrow();
        second.sync(stand.exchange, stand.install("second"), told -> handed(told, forThird));
        second.sync(
                stand.exchange,
                stand.install("second"),
                told -> handed(told, new Envelope(7, keeper.keys().sealKey(), forThird.sealed())));
        third.sync(
                stand.exchange,
                stand.install("third"),
                told -> handed(told, new Envelope(7, keeper.keys().sealKey(), forThird.sealed())));
        assertThat(second.keys().current()).contains(mine);
        assertThat(third.keys().current()).contains(mine);
    }

    @Test
    void anOldEnvelopeShownAgainTakesNobodyInOrOutAndNothingBack() {
        StoryPhone keeper = stand.phone("keeper");
        StoryPhone second = stand.joined(keeper, "second");
        Envelope old = stand.exchange
                .stateOf(stand.install("second"))
                .blockOptional()
                .orElseThrow()
                .envelope();
        StoryPhone lost = stand.joined(keeper, "lost");
        stand.sync(second);
        stand.installs.revoke("lost", KeyStand.NOON).block();
        stand.sync(keeper);
        stand.sync(second);
        TeamKey now = second.keys().current().orElseThrow();
        second.sync(stand.exchange, stand.install("second"), told -> handed(told, old));
        assertThat(second.keys().current()).contains(now);
        assertThat(now.epoch()).isEqualTo(2);
        stand.installs.revoke("keeper", KeyStand.NOON).block();
        stand.sync(second);
        assertThat(KeyStand.epoch(second)).isEqualTo(3);
        assertThat(lost.keys().of(3)).isEmpty();
    }

    @Test
    void onlyTheKeeperHandsAndOnlyToPhonesThatMaySync() {
        StoryPhone keeper = stand.phone("keeper");
        stand.joined(keeper, "second");
        KeyEpoch before = stand.store.newest(StoryPhone.TEAM).blockOptional().orElseThrow();
        var post = new TeamKeyPost(
                null,
                new TeamKeyPost.Handed(1, before.keyId(), "roster", Map.of("nobody", "x", "second", "y")),
                null,
                List.of());
        assertThat(stand.exchange.take(stand.install("second"), post).block()).isFalse();
        assertThat(stand.store.newest(StoryPhone.TEAM).block()).isEqualTo(before);
        assertThat(stand.exchange.take(stand.install("keeper"), post).block()).isTrue();
        assertThat(stand.store
                        .newest(StoryPhone.TEAM)
                        .blockOptional()
                        .orElseThrow()
                        .handed())
                .doesNotContainKey("nobody");
    }

    @Test
    void nobodyTakesAllNumbersOfEpochs() {
        StoryPhone keeper = stand.phone("keeper");
        stand.joined(keeper, "second");
        var post = new TeamKeyPost(
                null,
                new TeamKeyPost.Handed(Integer.MAX_VALUE, "key", "roster", Map.of("keeper", "x")),
                null,
                List.of());

        assertThat(stand.exchange.take(stand.install("keeper"), post).block()).isFalse();

        assertThat(stand.store
                        .newest(StoryPhone.TEAM)
                        .blockOptional()
                        .orElseThrow()
                        .epoch())
                .isEqualTo(1);
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

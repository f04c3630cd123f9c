package nl.bereik.mobile.teamkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.Map;
import java.util.Random;
import nl.bereik.mobile.teamkey.Sealing.Binding;
import nl.bereik.protocol.teamkey.SealKey;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final Binding BINDING = new Binding("team", 2, "phone");

    private final SealPair from = SealPair.random(new Random(1));
    private final SealPair to = SealPair.random(new Random(2));
    private final SealPair other = SealPair.random(new Random(3));
    private final Payload payload = new Payload(
            Map.of(1, TeamKey.random(1, new Random(4)), 2, TeamKey.random(2, new Random(5))),
            Map.of("phone", to.publicKey(), "keeper", from.publicKey()));

    @Test
    void theReceiverOpensWhatTheSenderSealed() {
        String sealed1 = Sealing.seal(payload, from, to.publicKey(), BINDING);
        assertThat(Sealing.open(sealed1, from.publicKey(), to, BINDING)).isEqualTo(payload);
        assertThat(Sealing.seal(payload, from, to.publicKey(), BINDING)).isNotEqualTo(sealed1);
        assertThat(payload.newest().epoch()).isEqualTo(2);
    }

    @Test
    void nobodyElseOpensItAndNothingElseIsBelieved() {
        String envelope = Sealing.seal(payload, from, to.publicKey(), BINDING);
        fails(envelope, from.publicKey(), other, BINDING);
        fails(envelope, other.publicKey(), to, BINDING);
        fails(envelope, from.publicKey(), to, new Binding("other", 2, "phone"));
        fails(envelope, from.publicKey(), to, new Binding("team", 3, "phone"));
        fails(envelope, from.publicKey(), to, new Binding("team", 2, "other"));
        fails(Sealing.seal(payload, other, to.publicKey(), BINDING), from.publicKey(), to, BINDING);
        byte[] bytes = Base64.getUrlDecoder().decode(envelope);
        for (int i = 0; i < bytes.length; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= 1;
            fails(Base64.getUrlEncoder().withoutPadding().encodeToString(altered), from.publicKey(), to, BINDING);
        }
        fails("", from.publicKey(), to, BINDING);
        fails("*", from.publicKey(), to, BINDING);
    }

    @Test
    void aKeyThatWouldGiveTheSecretAwayIsRefused() {
        SealKey lowOrder = SealKey.of(new byte[SealKey.KEY_BYTES]);
        assertThatIllegalArgumentException().isThrownBy(() -> Sealing.seal(payload, from, lowOrder, BINDING));
        assertThat(Sealing.isSound(lowOrder)).isFalse();
        assertThat(Sealing.isSound(to.publicKey())).isTrue();
        fails(Sealing.seal(payload, from, to.publicKey(), BINDING), lowOrder, to, BINDING);
    }

    @Test
    void nothingOfItIsPrinted() {
        assertThat(payload).hasToString("Payload[1, 2]");
        assertThat(from).hasToString("SealPair");
    }

    private static void fails(String envelope, SealKey from, SealPair to, Binding binding) {
        assertThatIllegalArgumentException().isThrownBy(() -> Sealing.open(envelope, from, to, binding));
    }
}

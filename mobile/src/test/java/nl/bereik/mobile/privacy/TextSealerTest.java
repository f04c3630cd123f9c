package nl.bereik.mobile.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.mobile.privacy.TextSealer.Purpose;
import nl.bereik.mobile.teamkey.TeamKey;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.privacy.SealedText;
import org.junit.jupiter.api.Test;

class TextSealerTest {
    private static final UUID ITEM = UUID.fromString("7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11");
    private static final UUID OTHER = UUID.fromString("0b8e6f0e-13e1-4b57-8d0f-5f0c8a9d7e22");
    private static final String TEXT = "rode sjaal, spreekt Roemeens \uD83E\uDDE3";

    private final TeamKey first = KeySamples.key(1);
    private final TeamKey second = KeySamples.key(2);
    private final TextSealer before = new TextSealer(KeySamples.keys(first));
    private final TextSealer after = new TextSealer(KeySamples.keys(first, second));
    private final TextSealer newcomer = new TextSealer(KeySamples.keys(second));

    @Test
    void anotherPhoneOfTheTeamReadsIt() {
        SealedText sealed = seal(before, TEXT);
        assertThat(open(new TextSealer(KeySamples.keys(first)), sealed)).isEqualTo(new Opened.Text(TEXT));
        assertThat(new String(sealed.sealed(), StandardCharsets.UTF_8)).doesNotContain("sjaal");
    }

    @Test
    void afterARotationOldTextsOpenAndNewOnesAreOfTheNewKey() {
        assertThat(open(after, seal(before, TEXT))).isEqualTo(new Opened.Text(TEXT));
        SealedText fresh = seal(after, TEXT);
        assertThat(fresh.epoch()).isEqualTo(2);
        assertThat(open(before, fresh)).as("a phone that was left out").isEqualTo(new Opened.NoKey());
        assertThat(open(newcomer, fresh)).isEqualTo(new Opened.Text(TEXT));
        assertThat(open(newcomer, seal(before, TEXT))).isEqualTo(new Opened.NoKey());
    }

    @Test
    void aTextThatWasMovedDoesNotOpen() {
        SealedText sealed = seal(before, TEXT);
        assertThat(before.open(Purpose.NOTE, OTHER, sealed)).isEqualTo(new Opened.Unreadable());
        assertThat(open(after, new SealedText(2, sealed.sealed()))).isEqualTo(new Opened.Unreadable());
        TextSealer sameKeyTwice = new TextSealer(KeySamples.keys(first, new TeamKey(2, first.key())));
        assertThat(open(sameKeyTwice, new SealedText(2, sealed.sealed())))
                .as("the epoch is bound in, whatever the key")
                .isEqualTo(new Opened.Unreadable());
    }

    @Test
    void aTextThatWasChangedAnywhereDoesNotOpen() {
        byte[] bytes = seal(before, TEXT).sealed();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThat(open(before, new SealedText(1, changed))).isEqualTo(new Opened.Unreadable());
        }
        assertThat(open(before, new SealedText(1, Arrays.copyOf(bytes, SealedText.MIN_BYTES))))
                .isEqualTo(new Opened.Unreadable());
    }

    @Test
    void theLengthTellsLittle() {
        int shortest = seal(before, "").sealed().length;
        assertThat(seal(before, "x".repeat(62)).sealed()).hasSize(shortest);
        assertThat(seal(before, "x".repeat(63)).sealed()).hasSize(shortest + 64);
        assertThat(shortest).isGreaterThanOrEqualTo(SealedText.MIN_BYTES);
        for (int length = 0; length < 200; length++) {
            String text = "é".repeat(length);
            assertThat(open(before, seal(before, text))).isEqualTo(new Opened.Text(text));
        }
        assertThat(open(before, seal(before, "\uD83E\uDDE3".repeat(500))))
                .isEqualTo(new Opened.Text("\uD83E\uDDE3".repeat(500)));
        assertThatThrownBy(() -> seal(before, "x".repeat(5_000))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sealingTheSameAgainGivesTheSameAndAnythingElseAnotherNonce() {
        SealedText sealed = seal(before, TEXT);
        assertThat(seal(before, TEXT)).isEqualTo(sealed);
        List<SealedText> others = List.of(
                seal(before, TEXT + "."),
                before.seal(Purpose.NOTE, OTHER, TEXT).orElseThrow(),
                new TextSealer(KeySamples.keys(new TeamKey(2, first.key())))
                        .seal(Purpose.NOTE, ITEM, TEXT)
                        .orElseThrow());
        assertThat(others).noneMatch(other -> Arrays.equals(nonce(other), nonce(sealed)));
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        TextSealer none = new TextSealer(KeySamples.keys());
        assertThat(none.canSeal()).isFalse();
        assertThat(none.seal(Purpose.NOTE, ITEM, TEXT)).isEmpty();
        assertThat(open(none, seal(before, TEXT))).isEqualTo(new Opened.NoKey());
    }

    @Test
    void anOpenedTextTellsNothingOfItselfInLogs() {
        assertThat(new Opened.Text(TEXT).toString()).doesNotContain("sjaal");
    }

    /** The file is never edited: texts that are sealed so are out there. Both keys were made by plain HMACs. */
    @Test
    void theLayoutIsThatOfTheVectors() throws GeneralSecurityException, IOException {
        JsonObject file = golden();
        for (JsonObject vector : file.list("vectors", JsonObject.class)) {
            HexFormat hex = HexFormat.of();
            byte[] key = hex.parseHex(vector.text("teamKey"));
            int epoch = (int) vector.number("epoch");
            UUID item = UUID.fromString(vector.text("item"));
            String text = vector.text("text");
            byte[] bytes = hex.parseHex(vector.text("sealed"));
            SealedText sealed = new SealedText(epoch, bytes);
            TextSealer sealer = new TextSealer(KeySamples.keys(new TeamKey(epoch, key)));
            assertThat(sealer.seal(Purpose.NOTE, item, text)).contains(sealed);
            assertThat(sealer.open(Purpose.NOTE, item, sealed)).isEqualTo(new Opened.Text(text));

            byte[] extracted = hmac(new byte[32], key);
            byte[] info = "bereik sealed text 1 note".getBytes(StandardCharsets.US_ASCII);
            byte[] sealing = hmac(extracted, info, new byte[] {1});
            assertThat(decrypted(sealing, bytes, hex.parseHex(vector.text("bound"))))
                    .isEqualTo(hex.parseHex(vector.text("padded")));
            byte[] nonces = hmac(extracted, sealing, info, new byte[] {2});
            assertThat(nonce(sealed))
                    .isEqualTo(Arrays.copyOf(
                            hmac(nonces, hex.parseHex(vector.text("bound")), hex.parseHex(vector.text("padded"))), 12));
        }
    }

    private static byte[] decrypted(byte[] key, byte[] sealed, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, sealed, 1, 12));
        cipher.updateAAD(bound);
        return cipher.doFinal(sealed, 13, sealed.length - 13);
    }

    private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    private static JsonObject golden() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(TextSealerTest.class.getResourceAsStream("/golden/sealed-text-1.json"))) {
            return Json.readObject(file.readAllBytes());
        }
    }

    private static byte[] nonce(SealedText sealed) {
        return Arrays.copyOfRange(sealed.sealed(), 1, 13);
    }

    private static SealedText seal(TextSealer sealer, String text) {
        return sealer.seal(Purpose.NOTE, ITEM, text).orElseThrow();
    }

    private static Opened open(TextSealer sealer, SealedText sealed) {
        return sealer.open(Purpose.NOTE, ITEM, sealed);
    }
}

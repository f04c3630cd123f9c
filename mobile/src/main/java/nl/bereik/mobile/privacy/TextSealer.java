package nl.bereik.mobile.privacy;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import nl.bereik.mobile.teamkey.TeamKey;
import nl.bereik.mobile.teamkey.TeamKeys;
import nl.bereik.protocol.privacy.SealedText;

/**
 * Seals texts for the phones of the team and opens them. Layout 1 is {@code 1 | nonce (12 bytes) | AES-256-GCM of the
 * padded text | tag (16 bytes)}; the padded text is {@code length (2 bytes, big-endian) | UTF-8 | zeros} up to a
 * multiple of {@value #PADDED_TO} bytes. What it is for, the item and the epoch are bound in, so a text that was moved
 * does not open. The nonce is made from the text and what is bound in: sealing the same again gives the same bytes. See
 * decision 0012. Thread-safe.
 */
public final class TextSealer {
    private static final byte LAYOUT = 1;
    private static final int PADDED_TO = 64;
    private static final int LENGTH_BYTES = 2;
    private static final int NONCE_BYTES = PurposeKeys.NONCE_BYTES;

    private final TeamKeys keys;

    public TextSealer(TeamKeys keys) {
        this.keys = keys;
    }

    /** What texts are sealed for; each has keys of its own. */
    public enum Purpose {
        NOTE("note"),
        /** By what a person is recognised. */
        NEED_HINT("need hint"),
        /** When and where to meet again. */
        NEED_MEETING("need meeting"),
        NEED_NOTE("need note");

        private final String label;

        Purpose(String label) {
            this.label = label;
        }
    }

    /** What came of opening a text. */
    public sealed interface Opened {

        record Text(String text) implements Opened {
            /** Hides the text. */
            @Override
            public String toString() {
                return "Text[]";
            }
        }

        /** This phone does not have the key of that epoch. */
        record NoKey() implements Opened {}

        /** It was sealed for something else, changed on the way, or by a newer version. */
        record Unreadable() implements Opened {}
    }

    /** Whether this phone has a key to seal with. */
    public boolean canSeal() {
        return keys.current().isPresent();
    }

    /**
     * Seals a text under the newest key; the same text for the same item gives the same bytes while that key is in use.
     *
     * @param item the id of the item that tells the text
     * @return empty while this phone has no key
     * @throws IllegalArgumentException when the text does not fit into a sealed one
     */
    public Optional<SealedText> seal(Purpose purpose, UUID item, String text) {
        return keys.current().map(key -> seal(key, purpose, item, text));
    }

    private static SealedText seal(TeamKey team, Purpose purpose, UUID item, String text) {
        byte[] padded = padded(text);
        byte[] bound = bound(purpose, item, team.epoch());
        try (PurposeKeys keys = new PurposeKeys(team, purpose.label)) {
            byte[] nonce = keys.nonce(bound, padded);
            byte[] ciphertext = keys.crypt(Cipher.ENCRYPT_MODE, nonce, bound, padded);
            return new SealedText(
                    team.epoch(),
                    ByteBuffer.allocate(1 + NONCE_BYTES + ciphertext.length)
                            .put(LAYOUT)
                            .put(nonce)
                            .put(ciphertext)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM and HMAC-SHA256", e);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    /** Opens a text that was sealed for this purpose and item. */
    public Opened open(Purpose purpose, UUID item, SealedText sealed) {
        return keys.of(sealed.epoch())
                .map(key -> open(key, purpose, item, sealed.sealed()))
                .orElseGet(Opened.NoKey::new);
    }

    private static Opened open(TeamKey team, Purpose purpose, UUID item, byte[] sealed) {
        if (sealed[0] != LAYOUT) {
            return new Opened.Unreadable();
        }
        byte[] bound = bound(purpose, item, team.epoch());
        int start = 1 + NONCE_BYTES;
        try (PurposeKeys keys = new PurposeKeys(team, purpose.label)) {
            return new Opened.Text(text(keys.crypt(
                    Cipher.DECRYPT_MODE,
                    Arrays.copyOfRange(sealed, 1, start),
                    bound,
                    Arrays.copyOfRange(sealed, start, sealed.length))));
        } catch (AEADBadTagException | CharacterCodingException | BufferUnderflowException e) {
            return new Opened.Unreadable();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM and HMAC-SHA256", e);
        }
    }

    private static byte[] padded(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > SealedText.MAX_BYTES) {
            throw new IllegalArgumentException("the text is too long");
        }
        int blocks = (LENGTH_BYTES + utf8.length + PADDED_TO - 1) / PADDED_TO;
        return ByteBuffer.allocate(blocks * PADDED_TO)
                .putShort((short) utf8.length)
                .put(utf8)
                .array();
    }

    private static String text(byte[] padded) throws CharacterCodingException {
        ByteBuffer buffer = ByteBuffer.wrap(padded);
        int length = Short.toUnsignedInt(buffer.getShort());
        byte[] utf8 = new byte[length];
        buffer.get(utf8);
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    /** {@code layout | epoch (4 bytes) | item (16 bytes) | purpose in ASCII}. */
    private static byte[] bound(Purpose purpose, UUID item, int epoch) {
        byte[] label = purpose.label.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(1 + Integer.BYTES + 2 * Long.BYTES + label.length)
                .put(LAYOUT)
                .putInt(epoch)
                .putLong(item.getMostSignificantBits())
                .putLong(item.getLeastSignificantBits())
                .put(label)
                .array();
    }
}

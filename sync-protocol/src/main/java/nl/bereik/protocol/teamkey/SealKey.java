package nl.bereik.protocol.teamkey;

import java.util.Base64;

/**
 * The public key of a phone to which others seal the team's key: X25519, for HPKE with DHKEM(X25519, HKDF-SHA256),
 * HKDF-SHA256 and AES-256-GCM.
 *
 * @param text 32 bytes, base64url without padding
 */
public record SealKey(String text) {
    public static final int KEY_BYTES = 32;

    /** @throws IllegalArgumentException when the text is no such key, written in the one way there is */
    public SealKey {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != KEY_BYTES || !encode(bytes).equals(text)) {
            throw new IllegalArgumentException("not a sealing key");
        }
    }

    /** @throws IllegalArgumentException when these are not 32 bytes */
    public static SealKey of(byte[] bytes) {
        return new SealKey(encode(bytes));
    }

    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return text;
    }
}

package nl.bereik.protocol.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The first 128 bits of SHA-256 over an item's id, kind, schema and exact body text; also the exclusive or of several.
 */
public record ContentHash(long high, long low) {
    /** The exclusive or of nothing. */
    public static final ContentHash NONE = new ContentHash(0, 0);

    private static final int HEX_DIGITS = 32;

    /** The hash of what an item says, whatever its place in the outbox. */
    public static ContentHash of(PushItem item) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(item.opId().getMostSignificantBits())
                .putLong(item.opId().getLeastSignificantBits())
                .flip());
        digest.update(item.kind().getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(1 + Integer.BYTES)
                .put((byte) 0)
                .putInt(item.schema())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(item.body().bytes()));
        return new ContentHash(hash.getLong(), hash.getLong());
    }

    /** @throws IllegalArgumentException when the text is not 32 hexadecimal digits */
    public static ContentHash parse(String hex) {
        if (hex.length() != HEX_DIGITS) {
            throw new IllegalArgumentException("not a content hash");
        }
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        return new ContentHash(bytes.getLong(), bytes.getLong());
    }

    /** Adds a hash to a set, or takes it out again. */
    public ContentHash xor(ContentHash other) {
        return new ContentHash(high ^ other.high, low ^ other.low);
    }

    /** The first 128 bits of SHA-256, base64url without padding: 22 characters. */
    public static String short128(byte[] bytes) {
        byte[] hash = Arrays.copyOf(sha256().digest(bytes), 2 * Long.BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** A fresh digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** 32 hexadecimal digits, lower case. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}

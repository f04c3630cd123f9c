package nl.bereik.server.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * One act as it was noted.
 *
 * @param number from 1, without gaps
 * @param at to the millisecond, by the clock of the instance that noted it
 * @param act the name of an {@link AuditAct}, as text: another version may know more of them
 * @param kind the name of an {@link AuditKind}, likewise
 * @param id which one; may be empty
 * @param hash of all of this and the hash before it, 64 lower-case hexadecimal digits
 */
public record AuditEntry(long number, Instant at, String who, String act, String kind, String id, String hash) {
    private static final byte FORM = 1;

    /** The entry after another one, hashed. */
    static AuditEntry after(AuditHead head, Instant at, String who, AuditAct act, String id) {
        Instant told = at.truncatedTo(ChronoUnit.MILLIS);
        AuditEntry plain = new AuditEntry(
                head.number() + 1, told, who, act.name(), act.kind().name(), id, "");
        return plain.withHash(plain.hashAfter(head.hash()));
    }

    private AuditEntry withHash(String hashed) {
        return new AuditEntry(number, at, who, act, kind, id, hashed);
    }

    /**
     * What the hash has to be: SHA-256 over the byte 1, the hash before (32 bytes), the number and the milliseconds
     * since 1970 (8 bytes each, big-endian), and who, act, kind and id, each as its length in bytes (4 bytes) and its
     * UTF-8.
     */
    String hashAfter(String before) {
        MessageDigest digest = sha256();
        digest.update(FORM);
        digest.update(HexFormat.of().parseHex(before));
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(number)
                .putLong(at.toEpochMilli())
                .flip());
        for (String text : new String[] {who, act, kind, id}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    AuditHead head() {
        return new AuditHead(number, hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

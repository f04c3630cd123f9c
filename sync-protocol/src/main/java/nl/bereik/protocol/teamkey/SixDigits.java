package nl.bereik.protocol.teamkey;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import nl.bereik.protocol.sync.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * What two people compare on two screens. The first 16 bytes of a SHA-256 over what both sides must have seen alike,
 * modulo 10^6. See decision 0011.
 *
 * @param text six decimal digits
 */
public record SixDigits(String text) {
    private static final int DIGITS = 6;
    private static final int GROUP = 3;
    private static final int USED_BYTES = 16;
    private static final BigInteger MODULUS = BigInteger.valueOf(1_000_000);

    /** @throws IllegalArgumentException when the text is not six digits */
    public SixDigits {
        if (text.length() != DIGITS || text.chars().anyMatch(c -> c < '0' || c > '9')) {
            throw new IllegalArgumentException("not six digits");
        }
    }

    /**
     * By which the coordinator knows the phone in the hand for the one that enrolled.
     *
     * @param phone the thumbprint of the key with which it enrolled
     * @param sealKey null for a phone of the first version
     */
    public static SixDigits ofPhone(String phone, @Nullable SealKey sealKey) {
        return of("bereik phone v1", phone, sealKey == null ? "" : sealKey.text());
    }

    /**
     * By which a phone that waits for the team's key and the phone that will hand it over know each other. Only after
     * the first has committed itself to its nonce is the second told, so neither the server nor anybody else on the way
     * can choose keys for which both screens show the same digits.
     */
    static SixDigits ofHandover(Handover handover, String askedNonce, String answeredNonce) {
        return of(
                "bereik team key v1",
                handover.team(),
                handover.phone(),
                handover.sealKey().text(),
                handover.keeper().text(),
                askedNonce,
                answeredNonce);
    }

    /**
     * Reads what somebody typed; spaces do not matter.
     *
     * @throws IllegalArgumentException when that cannot be six digits
     */
    public static SixDigits parse(String typed) {
        return new SixDigits(typed.toUpperCase(Locale.ROOT).replaceAll("\\s", ""));
    }

    /** {@code 123 456}, as shown to people. */
    public String display() {
        return text.substring(0, GROUP) + ' ' + text.substring(GROUP);
    }

    static byte[] hash(String... parts) {
        MessageDigest sha256 = ContentHash.sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha256.update(bytes);
        }
        return sha256.digest();
    }

    private static SixDigits of(String... parts) {
        BigInteger number = new BigInteger(1, Arrays.copyOf(hash(parts), USED_BYTES)).mod(MODULUS);
        return new SixDigits(String.format(Locale.ROOT, "%06d", number.intValue()));
    }
}

package nl.bereik.server.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of RFC 6238 as all apps make them: SHA-1, six digits, a new one each half minute. Plain. */
final class Totp {
    private static final String ALGORITHM = "HmacSHA1";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    /** Clocks may be half a minute apart. */
    private static final int STEPS_APART = 1;

    private Totp() {}

    /** 160 random bits in base32. */
    static String secret(RandomGenerator random) {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < SECRET_BYTES * 8 / 5; i++) {
            secret.append(BASE32.charAt(random.nextInt(BASE32.length())));
        }
        return secret.toString();
    }

    /**
     * The half minute whose code this is.
     *
     * @param usedUpTo codes of this half minute and earlier ones are no longer good
     * @return empty when the code is wrong, too old, or used
     */
    static OptionalLong step(String secret, String typed, Instant now, long usedUpTo) {
        String code = typed.replaceAll("\\s", "");
        long current = now.getEpochSecond() / STEP_SECONDS;
        for (long step = current - STEPS_APART; step <= current + STEPS_APART; step++) {
            if (step > usedUpTo && code(secret, step).equals(code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static String code(String secret, long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(secret), ALGORITHM));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format("%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-1", e);
        }
    }

    private static byte[] bytes(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char sign : base32.toCharArray()) {
            held = held << 5 | BASE32.indexOf(sign);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }
}

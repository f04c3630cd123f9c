package nl.bereik.mobile.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.bereik.mobile.teamkey.TeamKey;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * What one purpose gets of the team key of one epoch: HKDF-SHA256 without salt, info {@code "bereik sealed text 1 " +
 * label}, 32 bytes to seal with and 32 to make nonces with. Closing forgets them.
 */
final class PurposeKeys implements AutoCloseable {
    static final int NONCE_BYTES = 12;

    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";
    private static final String INFO = "bereik sealed text 1 ";

    private final byte[] sealing = new byte[KEY_BYTES];
    private final byte[] nonces = new byte[KEY_BYTES];

    PurposeKeys(TeamKey team, String label) {
        byte[] key = team.key();
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(key, null, (INFO + label).getBytes(StandardCharsets.US_ASCII)));
        Arrays.fill(key, (byte) 0);
        hkdf.generateBytes(sealing, 0, KEY_BYTES);
        hkdf.generateBytes(nonces, 0, KEY_BYTES);
    }

    /** The first 96 bits of HMAC-SHA256 over what is bound in and the padded text. */
    byte[] nonce(byte[] bound, byte[] padded) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(nonces, HMAC));
        mac.update(bound);
        return Arrays.copyOf(mac.doFinal(padded), NONCE_BYTES);
    }

    /** AES-256-GCM. @param mode as {@link Cipher#init(int, java.security.Key)} takes it */
    byte[] crypt(int mode, byte[] nonce, byte[] bound, byte[] text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(sealing, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher.doFinal(text);
    }

    @Override
    public void close() {
        Arrays.fill(sealing, (byte) 0);
        Arrays.fill(nonces, (byte) 0);
    }
}

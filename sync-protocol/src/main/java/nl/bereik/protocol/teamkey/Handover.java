package nl.bereik.protocol.teamkey;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Two phones that compare each other's keys before one hands the team's key to the other: the one that asks commits
 * itself to a nonce, the keeper answers with a nonce of its own, the first then opens its nonce, and both show the six
 * digits of it all. Nonces are used once: who is answered differently starts again with another.
 *
 * @param phone the id of the first install of the phone that asks
 * @param sealKey the key of the phone that asks
 * @param keeper the key of the phone that has the team's key
 */
public record Handover(String team, String phone, SealKey sealKey, SealKey keeper) {
    private static final int NONCE_BYTES = 16;

    /** A nonce, base64url. */
    public static String nonce(RandomGenerator random) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return encode(bytes);
    }

    /** What is told of a nonce before the keeper has answered: SHA-256, base64url. */
    public String commitment(String nonce) {
        return encode(
                SixDigits.hash("bereik team key commitment v1", team, phone, sealKey.text(), keeper.text(), nonce));
    }

    /** What both screens show. */
    public SixDigits digits(String askedNonce, String answeredNonce) {
        return SixDigits.ofHandover(this, askedNonce, answeredNonce);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

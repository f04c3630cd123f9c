package nl.bereik.server.teamkey;

import java.util.Map;
import nl.bereik.protocol.teamkey.SealKey;

/**
 * One epoch of a team's key, as far as the server knows it.
 *
 * @param epoch from 1
 * @param keyId tells two keys apart and nothing else
 * @param by the phone that made it
 * @param handed what was sealed to each phone, by the id of its first install
 */
record KeyEpoch(String team, int epoch, String keyId, String by, Map<String, Handed> handed) {
    KeyEpoch {
        handed = Map.copyOf(handed);
    }

    /**
     * @param from the key of the phone that sealed it
     * @param roster the id of the roster that was sealed with it
     * @param sealed ciphertext, base64url
     */
    record Handed(SealKey from, String roster, String sealed) {}
}

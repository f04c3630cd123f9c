package nl.bereik.mobile.teamkey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.sync.ContentHash;

/**
 * The key of a team's phones, as it was in one epoch.
 *
 * @param epoch from 1; one more each time that the key was changed
 * @param key 32 random bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record TeamKey(int epoch, byte[] key) {
    public static final int KEY_BYTES = 32;

    /** @throws IllegalArgumentException when the epoch is below 1 or the key has another length */
    public TeamKey {
        if (epoch < 1 || key.length != KEY_BYTES) {
            throw new IllegalArgumentException("not a team key");
        }
        key = key.clone();
    }

    /** A new one. */
    public static TeamKey random(int epoch, RandomGenerator random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new TeamKey(epoch, key);
    }

    /** @throws IllegalArgumentException when this is not the hexadecimal text of a key */
    static TeamKey of(int epoch, String hex) {
        return new TeamKey(epoch, HexFormat.of().parseHex(hex));
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    /** Tells two keys of an epoch apart, and nothing else about them. */
    String id() {
        return ContentHash.short128(("bereik team key id v1 " + hex()).getBytes(StandardCharsets.US_ASCII));
    }

    String hex() {
        return HexFormat.of().formatHex(key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TeamKey that && epoch == that.epoch && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return epoch;
    }

    /** Hides the key from logs. */
    @Override
    public String toString() {
        return "TeamKey[epoch=" + epoch + "]";
    }
}

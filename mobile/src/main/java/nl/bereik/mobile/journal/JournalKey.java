package nl.bereik.mobile.journal;

import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The key of the journal, whose bytes can be cleared. What the platform's ciphers copied of it is gone only when the
 * memory is used again.
 */
final class JournalKey implements SecretKey {
    private static final long serialVersionUID = 1L;

    private final transient byte[] bytes;
    private transient boolean destroyed;

    /** @param bytes from now on this key's own, to be cleared with it */
    JournalKey(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public String getAlgorithm() {
        return "AES";
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    /** A copy. @throws IllegalStateException when the key has been cleared */
    @Override
    public byte[] getEncoded() {
        if (destroyed) {
            throw new IllegalStateException("the key has been cleared");
        }
        return bytes.clone();
    }

    @Override
    public void destroy() {
        destroyed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JournalKey that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return JournalKey.class.hashCode();
    }

    @Override
    public String toString() {
        return "JournalKey";
    }
}

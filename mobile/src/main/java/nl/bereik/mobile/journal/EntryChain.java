package nl.bereik.mobile.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * What is bound into the next entry of a journal: the file's id, the entry's number from 0 and the tag of the entry
 * before. A chain does not change; each entry leads to another one.
 */
final class EntryChain {
    static final int FILE_ID_BYTES = 16;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int MAX_ENTRY_BYTES = 1 << 20;
    private static final int TAG_BITS = TAG_BYTES * Byte.SIZE;

    private final byte[] fileId;
    private final long number;
    private final byte[] tag;

    private EntryChain(byte[] fileId, long number, byte[] tag) {
        this.fileId = fileId;
        this.number = number;
        this.tag = tag;
    }

    /** Before the first entry of a file. */
    static EntryChain of(byte[] fileId) {
        return new EntryChain(fileId, 0, new byte[TAG_BYTES]);
    }

    byte[] fileId() {
        return fileId;
    }

    /** How many entries it has come by. */
    long entries() {
        return number;
    }

    /** Whether an entry can be this long, nonce and tag with it. */
    static boolean isPossible(int length) {
        return length >= NONCE_BYTES + TAG_BYTES && length <= NONCE_BYTES + MAX_ENTRY_BYTES + TAG_BYTES;
    }

    /** Writes entries, in order, each with its length before it. */
    EntryChain seal(List<byte[]> payloads, SecretKey key, RandomGenerator random, ByteArrayOutputStream to) {
        EntryChain chain = this;
        for (byte[] payload : payloads) {
            byte[] sealed = chain.seal(payload, key, random);
            to.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(sealed.length).array());
            to.writeBytes(sealed);
            chain = chain.after(sealed, sealed.length);
        }
        return chain;
    }

    /** The chain after a sealed entry that ends there. */
    EntryChain after(byte[] bytes, int end) {
        return new EntryChain(fileId, number + 1, Arrays.copyOfRange(bytes, end - TAG_BYTES, end));
    }

    /** The next entry; null when what stands there is not that. */
    byte @Nullable [] open(byte[] bytes, int start, int length, SecretKey key) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, bytes, start, NONCE_BYTES));
            return cipher.doFinal(bytes, start + NONCE_BYTES, length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw noCipher(e);
        }
    }

    private byte[] seal(byte[] payload, SecretKey key, RandomGenerator random) {
        if (payload.length > MAX_ENTRY_BYTES) {
            throw new IllegalArgumentException("an entry has at most " + MAX_ENTRY_BYTES + " bytes");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + payload.length + TAG_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce))
                    .doFinal(payload, 0, payload.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw noCipher(e);
        }
    }

    private Cipher cipher(int mode, SecretKey key, GCMParameterSpec parameters) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, parameters);
        cipher.updateAAD(ByteBuffer.allocate(FILE_ID_BYTES + Long.BYTES + TAG_BYTES)
                .put(fileId)
                .putLong(number)
                .put(tag)
                .array());
        return cipher;
    }

    private static IllegalStateException noCipher(GeneralSecurityException e) {
        return new IllegalStateException("every Java platform has AES-GCM", e);
    }
}

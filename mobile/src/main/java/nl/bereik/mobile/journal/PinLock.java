package nl.bereik.mobile.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.journal.JournalException.Reason;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the journal's random key wrapped under a key made from the PIN (Argon2id), in a small file beside the journal.
 */
public final class PinLock {
    static final String FILE = "key.json";

    private static final int VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] BINDING = "bereik journal key 1".getBytes(StandardCharsets.US_ASCII);

    private final Disk disk;
    private final RandomGenerator random;

    public PinLock(Disk disk, RandomGenerator random) {
        this.disk = disk;
        this.random = random;
    }

    /**
     * What one guess of a PIN costs.
     *
     * @param memoryKiB memory in KiB
     * @param passes passes over that memory
     */
    public record Cost(int memoryKiB, int passes) {
        /** About half a second on a phone of 2022. */
        public static final Cost USUAL = new Cost(64 * 1024, 3);

        private static final int MAX_MEMORY_KIB = 1 << 20;
        private static final int MAX_PASSES = 64;

        public Cost {
            if (memoryKiB < 8 || memoryKiB > MAX_MEMORY_KIB || passes < 1 || passes > MAX_PASSES) {
                throw new IllegalArgumentException("cost out of range");
            }
        }
    }

    /** Whether a key has been made in this storage. */
    public boolean exists() {
        try {
            return disk.exists(FILE);
        } catch (IOException e) {
            throw Journal.failure(e);
        }
    }

    /** Makes a new journal key and wraps it. @throws JournalException when it cannot be written */
    public SecretKey create(Pin pin, Cost cost) {
        byte[] key = randomBytes(KEY_BYTES);
        wrap(key, pin, cost);
        return new SecretKeySpec(key, "AES");
    }

    /** Opens the journal key. @throws JournalException with WRONG_PIN or KEY_DAMAGED */
    public SecretKey unlock(Pin pin) {
        return new SecretKeySpec(unwrap(pin), "AES");
    }

    /** Wraps the same key under another PIN. @throws JournalException with WRONG_PIN when the old one is wrong */
    public void change(Pin old, Pin fresh, Cost cost) {
        wrap(unwrap(old), fresh, cost);
    }

    private void wrap(byte[] key, Pin pin, Cost cost) {
        byte[] salt = randomBytes(SALT_BYTES);
        byte[] nonce = randomBytes(NONCE_BYTES);
        byte[] wrapped = crypt(Cipher.ENCRYPT_MODE, derive(pin, salt, cost), nonce, key);
        if (wrapped == null) {
            throw new IllegalStateException("encryption has no tag to fail");
        }
        Base64.Encoder base64 = Base64.getEncoder();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("version", VERSION);
        members.put("memoryKiB", cost.memoryKiB());
        members.put("passes", cost.passes());
        members.put("salt", base64.encodeToString(salt));
        members.put("nonce", base64.encodeToString(nonce));
        members.put("wrapped", base64.encodeToString(wrapped));
        try {
            disk.replace(FILE, JsonObject.of(members).bytes());
        } catch (IOException e) {
            throw Journal.failure(e);
        }
    }

    private byte[] unwrap(Pin pin) {
        byte[] text;
        try {
            text = disk.read(FILE);
        } catch (IOException e) {
            throw Journal.failure(e);
        }
        byte[] salt;
        byte[] nonce;
        byte[] wrapped;
        Cost cost;
        try {
            JsonObject json = Json.readObject(text);
            if (json.number("version") > VERSION) {
                throw new JournalException(Reason.NEWER_VERSION, "a newer Bereik made this key");
            }
            cost = new Cost(Math.toIntExact(json.number("memoryKiB")), Math.toIntExact(json.number("passes")));
            salt = Base64.getDecoder().decode(json.text("salt"));
            nonce = Base64.getDecoder().decode(json.text("nonce"));
            wrapped = Base64.getDecoder().decode(json.text("wrapped"));
            if (nonce.length != NONCE_BYTES) {
                throw new IllegalArgumentException("nonce");
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new JournalException(Reason.KEY_DAMAGED, "the key file is damaged", e);
        }
        byte[] key = crypt(Cipher.DECRYPT_MODE, derive(pin, salt, cost), nonce, wrapped);
        if (key == null) {
            throw new JournalException(Reason.WRONG_PIN, "the PIN is wrong");
        }
        return key;
    }

    private static byte[] derive(Pin pin, byte[] salt, Cost cost) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKiB())
                .withIterations(cost.passes())
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] key = new byte[KEY_BYTES];
        argon2.generateBytes(pin.digits().getBytes(StandardCharsets.UTF_8), key);
        return key;
    }

    /** Null when the tag does not fit. */
    private static byte @Nullable [] crypt(int mode, byte[] key, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(BINDING);
            return cipher.doFinal(text);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}

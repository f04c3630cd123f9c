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
 * Tries are counted by {@link PinTries}; the last one that is wrong erases the key and what it opens.
 */
public final class PinLock {
    static final String FILE = "key.json";

    private static final int VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] BINDING = "bereik journal key 1".getBytes(StandardCharsets.US_ASCII);

    /** How many wrong PINs erase the phone when nobody has said. */
    public static final int USUAL_LIMIT = 10;

    private static final String LIMIT = "wrongPinLimit";

    private final Disk disk;
    private final RandomGenerator random;
    private final PinTries tries;

    public PinLock(Disk disk, RandomGenerator random, PinTries tries) {
        this.disk = disk;
        this.random = random;
        this.tries = tries;
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

    /** Whether a key has been made in this storage. First ends an erasure that was cut off. */
    public boolean exists() {
        try {
            if (tries.spent()) {
                Erasure.ofKeyAndJournal(disk);
            }
            return disk.exists(FILE);
        } catch (IOException e) {
            throw Journal.failure(e);
        }
    }

    /** Makes a new journal key and wraps it. @throws JournalException when it cannot be written */
    public SecretKey create(Pin pin, Cost cost) {
        exists();
        // Before there is a key again, or the tries that erased the last one would erase this one.
        tries.forget();
        byte[] key = randomBytes(KEY_BYTES);
        wrap(key, pin, cost, USUAL_LIMIT);
        tries.makeRoom();
        return new JournalKey(key);
    }

    /** Opens the journal key. @throws JournalException with WRONG_PIN, WAIT, ERASED or KEY_DAMAGED */
    public SecretKey unlock(Pin pin) {
        return new JournalKey(unwrap(pin, readFile()));
    }

    /**
     * Wraps the same key under another PIN. A wrong old one counts as any wrong PIN.
     *
     * @throws JournalException as {@link #unlock}
     */
    public void change(Pin old, Pin fresh, Cost cost) {
        Wrapped file = readFile();
        byte[] key = unwrap(old, file);
        try {
            wrap(key, fresh, cost, file.limit);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** How it stands with trying PINs. @throws JournalException when the disk fails */
    public PinStanding standing() {
        try {
            return tries.standing(disk.exists(FILE) ? readFile().limit : USUAL_LIMIT);
        } catch (IOException e) {
            throw Journal.failure(e);
        }
    }

    /** From now on so many wrong PINs erase the phone. Durable on return; nothing is written when it is so already. */
    public void limit(int wrongPins) {
        Wrapped file = readFile();
        if (file.limit != wrongPins) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>(file.json.members());
            members.put(LIMIT, wrongPins);
            replace(members);
        }
    }

    private void replace(Map<String, @Nullable Object> members) {
        try {
            disk.replace(FILE, JsonObject.of(members).bytes());
        } catch (IOException e) {
            throw Journal.failure(e);
        }
    }

    private void wrap(byte[] key, Pin pin, Cost cost, int limit) {
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
        members.put(LIMIT, limit);
        replace(members);
    }

    /** The key file, read. */
    private record Wrapped(JsonObject json, Cost cost, byte[] salt, byte[] nonce, byte[] wrapped, int limit) {}

    private Wrapped readFile() {
        byte[] text;
        try {
            if (tries.spent()) {
                throw new JournalException(Reason.ERASED, "too many wrong PINs");
            }
            text = disk.read(FILE);
        } catch (IOException e) {
            throw Journal.failure(e);
        }
        try {
            JsonObject json = Json.readObject(text);
            if (json.number("version") > VERSION) {
                throw new JournalException(Reason.NEWER_VERSION, "a newer Bereik made this key");
            }
            Cost cost = new Cost(Math.toIntExact(json.number("memoryKiB")), Math.toIntExact(json.number("passes")));
            Base64.Decoder base64 = Base64.getDecoder();
            byte[] nonce = base64.decode(json.text("nonce"));
            if (nonce.length != NONCE_BYTES) {
                throw new IllegalArgumentException("nonce");
            }
            return new Wrapped(
                    json,
                    cost,
                    base64.decode(json.text("salt")),
                    nonce,
                    base64.decode(json.text("wrapped")),
                    json.get(LIMIT) == null ? USUAL_LIMIT : Math.toIntExact(json.number(LIMIT)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new JournalException(Reason.KEY_DAMAGED, "the key file is damaged", e);
        }
    }

    /** Makes one try, counted before. */
    private byte[] unwrap(Pin pin, Wrapped file) {
        tries.begin(file.limit);
        byte[] key = crypt(Cipher.DECRYPT_MODE, derive(pin, file.salt, file.cost), file.nonce, file.wrapped);
        if (key != null) {
            tries.forget();
            return key;
        }
        if (tries.spent()) {
            exists();
            throw new JournalException(Reason.ERASED, "too many wrong PINs");
        }
        throw new JournalException(Reason.WRONG_PIN, "the PIN is wrong");
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
        byte[] digits = pin.digits().getBytes(StandardCharsets.UTF_8);
        argon2.generateBytes(digits, key);
        Arrays.fill(digits, (byte) 0);
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

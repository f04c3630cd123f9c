package nl.bereik.mobile.journal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.security.auth.DestroyFailedException;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.disk.DiskFullException;
import nl.bereik.mobile.journal.JournalException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An encrypted file of entries that only grows. Layout: 8 bytes {@code BEREIKJ1}, 16 bytes file id, then per entry 4
 * bytes length (big-endian, of what follows), 12 bytes random nonce, the entry under AES-256-GCM with its 16-byte tag.
 * Bound into each entry: the file id, the entry's number from 0 and the tag of the entry before, so that no entry can
 * be changed, left out, moved or copied unseen. Not thread-safe. See decision 0002.
 */
public final class Journal implements Closeable {
    static final String FILE = "journal";
    static final String KEPT_ASIDE = "journal.damaged-";

    private static final byte[] MAGIC = "BEREIKJ1".getBytes(StandardCharsets.US_ASCII);
    private static final int FILE_ID_BYTES = 16;
    private static final int HEADER_BYTES = MAGIC.length + FILE_ID_BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int MAX_ENTRY_BYTES = 1 << 20;

    private final Disk disk;
    private final SecretKey key;
    private final RandomGenerator random;
    private Disk.AppendFile file;
    private byte[] fileId;
    private byte[] lastTag;
    private long entries;
    private boolean usable = true;

    private Journal(Disk disk, SecretKey key, RandomGenerator random, Disk.AppendFile file, Scan scan) {
        this.disk = disk;
        this.key = key;
        this.random = random;
        this.file = file;
        this.fileId = scan.fileId;
        this.lastTag = scan.lastTag;
        this.entries = scan.entries.size();
    }

    /** A journal just opened, with the entries it holds, oldest first. */
    public record Opened(Journal journal, List<byte[]> entries, Recovery recovery) {}

    /**
     * Opens the journal, making an empty one when there is none. Recovers the longest whole prefix: a torn tail is cut
     * off, damaged remains are first copied aside.
     *
     * @throws JournalException when the disk fails or a newer version made the file
     */
    public static Opened open(Disk disk, SecretKey key, RandomGenerator random) {
        try {
            byte[] bytes = disk.exists(FILE) ? disk.read(FILE) : new byte[0];
            Scan scan = Scan.of(bytes, key);
            if (scan.finding == Recovery.Finding.DAMAGED) {
                disk.replace(KEPT_ASIDE + scan.entries.size() + "-" + bytes.length, bytes);
            }
            Disk.AppendFile file;
            if (scan.wholeBytes < HEADER_BYTES) {
                scan = Scan.empty(randomBytes(random, FILE_ID_BYTES), scan.finding);
                disk.replace(FILE, header(scan.fileId));
                file = disk.append(FILE);
            } else {
                file = disk.append(FILE);
                if (scan.wholeBytes < bytes.length) {
                    file.truncate(scan.wholeBytes);
                }
            }
            Recovery recovery = new Recovery(
                    scan.finding, scan.entries.size(), Math.max(0, bytes.length - Math.max(scan.wholeBytes, 0)));
            return new Opened(new Journal(disk, key, random, file, scan), scan.entries, recovery);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Appends entries, in order, and forces them to disk before it returns. When it throws, none of them counts as
     * saved and the journal can be used again once the cause is gone.
     */
    public void append(List<byte[]> payloads) {
        if (!usable) {
            throw new JournalException(Reason.DISK_FAILED, "the journal must be opened again");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] tag = lastTag;
        long number = entries;
        for (byte[] payload : payloads) {
            byte[] sealed = seal(payload, fileId, number++, tag);
            tag = tagOf(sealed);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(sealed.length).array());
            bytes.writeBytes(sealed);
        }
        try {
            long before = file.size();
            try {
                file.append(bytes.toByteArray());
                file.force();
            } catch (IOException e) {
                cutBack(before);
                throw e;
            }
        } catch (IOException e) {
            throw failure(e);
        }
        lastTag = tag;
        entries = number;
    }

    /** Puts a new journal with just these entries in the place of this one; after a crash either is there, whole. */
    public void rewrite(List<byte[]> payloads) {
        byte[] freshId = randomBytes(random, FILE_ID_BYTES);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header(freshId));
        byte[] tag = new byte[TAG_BYTES];
        long number = 0;
        for (byte[] payload : payloads) {
            byte[] sealed = seal(payload, freshId, number++, tag);
            tag = tagOf(sealed);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(sealed.length).array());
            bytes.writeBytes(sealed);
        }
        try {
            disk.replace(FILE, bytes.toByteArray());
            usable = false;
            file.close();
            file = disk.append(FILE);
        } catch (IOException e) {
            throw failure(e);
        }
        fileId = freshId;
        lastTag = tag;
        entries = number;
        usable = true;
    }

    /** How many entries the file holds. */
    public long entries() {
        return entries;
    }

    /** Closes the file and clears the key. */
    @Override
    public void close() throws IOException {
        usable = false;
        try {
            key.destroy();
        } catch (DestroyFailedException e) {
            // Another kind of key than that of PinLock: it cannot be cleared, and goes with this object.
            file.close();
            return;
        }
        file.close();
    }

    private void cutBack(long size) {
        try {
            file.truncate(size);
        } catch (IOException e) {
            usable = false;
        }
    }

    private byte[] seal(byte[] payload, byte[] id, long number, byte[] previousTag) {
        if (payload.length > MAX_ENTRY_BYTES) {
            throw new IllegalArgumentException("an entry has at most " + MAX_ENTRY_BYTES + " bytes");
        }
        byte[] nonce = randomBytes(random, NONCE_BYTES);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            cipher.updateAAD(binding(id, number, previousTag));
            byte[] sealed = new byte[NONCE_BYTES + payload.length + TAG_BYTES];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
            cipher.doFinal(payload, 0, payload.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static byte[] binding(byte[] fileId, long number, byte[] previousTag) {
        return ByteBuffer.allocate(FILE_ID_BYTES + Long.BYTES + TAG_BYTES)
                .put(fileId)
                .putLong(number)
                .put(previousTag)
                .array();
    }

    private static byte[] tagOf(byte[] sealed) {
        return Arrays.copyOfRange(sealed, sealed.length - TAG_BYTES, sealed.length);
    }

    private static byte[] header(byte[] fileId) {
        return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).put(fileId).array();
    }

    private static byte[] randomBytes(RandomGenerator random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The disk's failure in the words of this package. */
    public static JournalException failure(IOException e) {
        if (e instanceof DiskFullException) {
            return new JournalException(Reason.DISK_FULL, "there is no room on the disk", e);
        }
        return new JournalException(Reason.DISK_FAILED, "the disk failed", e);
    }

    /** The whole entries at the start of a file's bytes. */
    private record Scan(byte[] fileId, List<byte[]> entries, byte[] lastTag, int wholeBytes, Recovery.Finding finding) {

        static Scan empty(byte[] fileId, Recovery.Finding finding) {
            return new Scan(fileId, List.of(), new byte[TAG_BYTES], 0, finding);
        }

        static Scan of(byte[] bytes, SecretKey key) {
            if (bytes.length == 0) {
                return empty(new byte[FILE_ID_BYTES], Recovery.Finding.WHOLE);
            }
            int version = MAGIC.length - 1;
            if (bytes.length > version
                    && Arrays.equals(bytes, 0, version, MAGIC, 0, version)
                    && bytes[version] > MAGIC[version]) {
                throw new JournalException(Reason.NEWER_VERSION, "a newer Bereik made this journal");
            }
            int present = Math.min(MAGIC.length, bytes.length);
            boolean ours = Arrays.equals(bytes, 0, present, MAGIC, 0, present);
            if (!ours || bytes.length < HEADER_BYTES) {
                return empty(new byte[FILE_ID_BYTES], ours ? Recovery.Finding.TORN_TAIL : Recovery.Finding.DAMAGED);
            }
            byte[] fileId = Arrays.copyOfRange(bytes, MAGIC.length, HEADER_BYTES);
            List<byte[]> entries = new ArrayList<>();
            byte[] tag = new byte[TAG_BYTES];
            int at = HEADER_BYTES;
            while (bytes.length - at >= Integer.BYTES) {
                int length = ByteBuffer.wrap(bytes, at, Integer.BYTES).getInt();
                int start = at + Integer.BYTES;
                boolean possible =
                        length >= NONCE_BYTES + TAG_BYTES && length <= NONCE_BYTES + MAX_ENTRY_BYTES + TAG_BYTES;
                if (possible && length > bytes.length - start) {
                    return new Scan(fileId, entries, tag, at, Recovery.Finding.TORN_TAIL);
                }
                byte[] payload = possible ? open(bytes, start, length, key, fileId, entries.size(), tag) : null;
                if (payload == null) {
                    return new Scan(fileId, entries, tag, at, Recovery.Finding.DAMAGED);
                }
                entries.add(payload);
                at = start + length;
                tag = Arrays.copyOfRange(bytes, at - TAG_BYTES, at);
            }
            return new Scan(
                    fileId, entries, tag, at, at == bytes.length ? Recovery.Finding.WHOLE : Recovery.Finding.TORN_TAIL);
        }

        private static byte @Nullable [] open(
                byte[] bytes, int start, int length, SecretKey key, byte[] fileId, long number, byte[] previousTag) {
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(
                        Cipher.DECRYPT_MODE,
                        key,
                        new GCMParameterSpec(TAG_BYTES * Byte.SIZE, bytes, start, NONCE_BYTES));
                cipher.updateAAD(binding(fileId, number, previousTag));
                return cipher.doFinal(bytes, start + NONCE_BYTES, length - NONCE_BYTES);
            } catch (AEADBadTagException e) {
                return null;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has AES-GCM", e);
            }
        }
    }
}

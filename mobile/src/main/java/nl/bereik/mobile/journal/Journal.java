package nl.bereik.mobile.journal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import javax.security.auth.DestroyFailedException;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.disk.DiskFullException;
import nl.bereik.mobile.journal.JournalException.Reason;

/**
 * An encrypted file of entries that only grows. Layout: 8 bytes {@code BEREIKJ1}, 16 bytes file id, then per entry 4
 * bytes length (big-endian, of what follows), 12 bytes random nonce, the entry under AES-256-GCM with its 16-byte tag.
 * Bound into each entry: the file id, the entry's number from 0 and the tag of the entry before, so that no entry can
 * be changed, left out, moved or copied unseen. Not thread-safe. See decision 0002.
 */
public final class Journal implements Closeable {
    static final String FILE = "journal";
    static final String KEPT_ASIDE = "journal.damaged-";

    private final Disk disk;
    private final SecretKey key;
    private final RandomGenerator random;
    private Disk.AppendFile file;
    private EntryChain chain;
    private boolean usable = true;

    private Journal(Disk disk, SecretKey key, RandomGenerator random, Disk.AppendFile file, EntryChain chain) {
        this.disk = disk;
        this.key = key;
        this.random = random;
        this.file = file;
        this.chain = chain;
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
            JournalScan scan = JournalScan.of(bytes, key);
            if (scan.finding() == Recovery.Finding.DAMAGED) {
                disk.replace(KEPT_ASIDE + scan.entries().size() + "-" + bytes.length, bytes);
            }
            EntryChain chain = scan.chain();
            if (chain == null) {
                chain = fresh(random);
                disk.replace(FILE, JournalScan.header(chain.fileId()));
            }
            Disk.AppendFile file = disk.append(FILE);
            if (scan.chain() != null && scan.wholeBytes() < bytes.length) {
                file.truncate(scan.wholeBytes());
            }
            Recovery recovery = new Recovery(scan.finding(), scan.entries().size(), bytes.length - scan.wholeBytes());
            return new Opened(new Journal(disk, key, random, file, chain), scan.entries(), recovery);
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
        EntryChain next = chain.seal(payloads, key, random, bytes);
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
        chain = next;
    }

    /** Puts a new journal with just these entries in the place of this one; after a crash either is there, whole. */
    public void rewrite(List<byte[]> payloads) {
        EntryChain next = fresh(random);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(JournalScan.header(next.fileId()));
        next = next.seal(payloads, key, random, bytes);
        try {
            disk.replace(FILE, bytes.toByteArray());
            usable = false;
            file.close();
            file = disk.append(FILE);
        } catch (IOException e) {
            throw failure(e);
        }
        chain = next;
        usable = true;
    }

    /** How many entries the file holds. */
    public long entries() {
        return chain.entries();
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

    private static EntryChain fresh(RandomGenerator random) {
        byte[] fileId = new byte[EntryChain.FILE_ID_BYTES];
        random.nextBytes(fileId);
        return EntryChain.of(fileId);
    }

    /** The disk's failure in the words of this package. */
    public static JournalException failure(IOException e) {
        if (e instanceof DiskFullException) {
            return new JournalException(Reason.DISK_FULL, "there is no room on the disk", e);
        }
        return new JournalException(Reason.DISK_FAILED, "the disk failed", e);
    }
}

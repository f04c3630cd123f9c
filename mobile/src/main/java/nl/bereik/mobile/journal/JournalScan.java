package nl.bereik.mobile.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.SecretKey;
import nl.bereik.mobile.journal.JournalException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The whole entries at the start of a file's bytes.
 *
 * @param entries oldest first
 * @param chain where it stands after them; null when not even the header is whole
 * @param wholeBytes the header and these entries; 0 when not even the header is whole
 */
record JournalScan(List<byte[]> entries, @Nullable EntryChain chain, int wholeBytes, Recovery.Finding finding) {
    private static final byte[] MAGIC = "BEREIKJ1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = MAGIC.length + EntryChain.FILE_ID_BYTES;

    static byte[] header(byte[] fileId) {
        return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).put(fileId).array();
    }

    /** @throws JournalException when a newer version made the file */
    static JournalScan of(byte[] bytes, SecretKey key) {
        int version = MAGIC.length - 1;
        if (bytes.length > version
                && Arrays.equals(bytes, 0, version, MAGIC, 0, version)
                && bytes[version] > MAGIC[version]) {
            throw new JournalException(Reason.NEWER_VERSION, "a newer Bereik made this journal");
        }
        int present = Math.min(MAGIC.length, bytes.length);
        if (!Arrays.equals(bytes, 0, present, MAGIC, 0, present)) {
            return new JournalScan(List.of(), null, 0, Recovery.Finding.DAMAGED);
        }
        if (bytes.length < HEADER_BYTES) {
            return new JournalScan(
                    List.of(), null, 0, bytes.length == 0 ? Recovery.Finding.WHOLE : Recovery.Finding.TORN_TAIL);
        }
        EntryChain chain = EntryChain.of(Arrays.copyOfRange(bytes, MAGIC.length, HEADER_BYTES));
        List<byte[]> entries = new ArrayList<>();
        int at = HEADER_BYTES;
        while (bytes.length - at >= Integer.BYTES) {
            int length = ByteBuffer.wrap(bytes, at, Integer.BYTES).getInt();
            int start = at + Integer.BYTES;
            boolean possible = EntryChain.isPossible(length);
            if (possible && length > bytes.length - start) {
                return new JournalScan(entries, chain, at, Recovery.Finding.TORN_TAIL);
            }
            byte[] payload = possible ? chain.open(bytes, start, length, key) : null;
            if (payload == null) {
                return new JournalScan(entries, chain, at, Recovery.Finding.DAMAGED);
            }
            entries.add(payload);
            at = start + length;
            chain = chain.after(bytes, at);
        }
        return new JournalScan(
                entries, chain, at, at == bytes.length ? Recovery.Finding.WHOLE : Recovery.Finding.TORN_TAIL);
    }
}

package nl.bereik.server.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an install's items: all that is not sealed, and of the sealed part the blocks asked for.
 *
 * @param openBlocks the numbers of the blocks above the sealed ones that have entries; block 0 holds opSeq 1 to
 *     {@value #BLOCK}
 * @param entries by opSeq
 */
public record InstallLedger(SealedCustody sealed, Set<Long> openBlocks, NavigableMap<Long, LedgerEntry> entries) {
    /** Entries in a block. */
    public static final int BLOCK = 256;

    static final InstallLedger EMPTY = new InstallLedger(SealedCustody.NONE, Set.of(), new TreeMap<>());

    public InstallLedger {
        openBlocks = Set.copyOf(openBlocks);
        entries = Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
    }

    /** The number of the block that holds an opSeq. */
    public static long blockOf(long opSeq) {
        return (opSeq - 1) / BLOCK;
    }

    @Nullable LedgerEntry entry(long opSeq) {
        return entries.get(opSeq);
    }

    InstallLedger with(Map<Long, LedgerEntry> more) {
        NavigableMap<Long, LedgerEntry> all = new TreeMap<>(entries);
        all.putAll(more);
        return new InstallLedger(sealed, openBlocks, all);
    }

    Custody custody() {
        long through = sealed.through();
        long next = through + 1;
        long count = sealed.count();
        ContentHash xor = sealed.xor();
        List<Custody.Hole> holes = new ArrayList<>();
        for (Map.Entry<Long, LedgerEntry> entry : entries.tailMap(next).entrySet()) {
            long opSeq = entry.getKey();
            if (opSeq > next) {
                holes.add(new Custody.Hole(next, opSeq - 1));
            }
            next = opSeq + 1;
            if (holes.isEmpty()) {
                through = opSeq;
            }
            if (entry.getValue().isHeld()) {
                count++;
                xor = xor.xor(entry.getValue().hash());
            }
        }
        return new Custody(through, holes, count, xor);
    }

    /** The sum with the complete blocks that follow it; empty when none does. */
    Optional<SealedCustody> sealable() {
        SealedCustody sum = sealed;
        while (true) {
            Map<Long, LedgerEntry> block = entries.subMap(sum.through() + 1, sum.through() + BLOCK + 1);
            if (block.size() < BLOCK) {
                return sum.equals(sealed) ? Optional.empty() : Optional.of(sum);
            }
            long count = sum.count();
            ContentHash xor = sum.xor();
            for (LedgerEntry entry : block.values()) {
                if (entry.isHeld()) {
                    count++;
                    xor = xor.xor(entry.hash());
                }
            }
            sum = new SealedCustody(sum.blocks() + 1, count, xor);
        }
    }
}

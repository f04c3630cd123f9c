package nl.bereik.server.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import org.jspecify.annotations.Nullable;

/** What is known of an install's items: all that is not sealed, and of the sealed part the blocks asked for. */
public final class InstallLedger {
    /** Entries in a block. */
    public static final int BLOCK = 256;

    private final SealedCustody sealed;
    private final Set<Long> openBlocks;
    private final NavigableMap<Long, Map<ContentHash, LedgerEntry>> entries = new TreeMap<>();

    /** @param openBlocks the numbers of the blocks above the sealed ones that have entries; block 0 holds opSeq 1 to
     *     {@value #BLOCK} */
    public InstallLedger(SealedCustody sealed, Set<Long> openBlocks, Collection<LedgerEntry> entries) {
        this.sealed = sealed;
        this.openBlocks = Set.copyOf(openBlocks);
        entries.forEach(this::put);
    }

    private void put(LedgerEntry entry) {
        entries.computeIfAbsent(entry.opSeq(), any -> new LinkedHashMap<>()).put(entry.hash(), entry);
    }

    /** The number of the block that holds an opSeq. */
    public static long blockOf(long opSeq) {
        return (opSeq - 1) / BLOCK;
    }

    SealedCustody sealed() {
        return sealed;
    }

    Set<Long> openBlocks() {
        return openBlocks;
    }

    /** What was judged of the item of this content at this place; null when nothing was. */
    @Nullable LedgerEntry entry(long opSeq, ContentHash hash) {
        return at(opSeq).get(hash);
    }

    /** How many items stand at one place. */
    int sharing(long opSeq) {
        return at(opSeq).size();
    }

    private Map<ContentHash, LedgerEntry> at(long opSeq) {
        return entries.getOrDefault(opSeq, Map.of());
    }

    /** The entries known from one place up to another, both included, in order. */
    List<LedgerEntry> between(long from, long to) {
        return entries.subMap(from, true, to, true).values().stream()
                .flatMap(at -> at.values().stream())
                .toList();
    }

    /** The last place that may have an entry. */
    long end() {
        long blocks = openBlocks.isEmpty() ? sealed.blocks() : Collections.max(openBlocks) + 1;
        return Math.max(blocks, sealed.blocks()) * BLOCK;
    }

    InstallLedger with(Collection<LedgerEntry> more) {
        InstallLedger all = new InstallLedger(sealed, openBlocks, between(1, Long.MAX_VALUE));
        more.forEach(all::put);
        return all;
    }

    Custody custody() {
        long through = sealed.through();
        long next = through + 1;
        Sum sum = new Sum(sealed.count(), sealed.xor());
        List<Custody.Hole> holes = new ArrayList<>();
        for (Map.Entry<Long, Map<ContentHash, LedgerEntry>> at :
                entries.tailMap(next).entrySet()) {
            long opSeq = at.getKey();
            if (opSeq > next) {
                holes.add(new Custody.Hole(next, opSeq - 1));
            }
            next = opSeq + 1;
            if (holes.isEmpty()) {
                through = opSeq;
            }
            sum = sum.plus(at.getValue().values());
        }
        return new Custody(through, holes, sum.count, sum.xor);
    }

    /** The sum with the complete blocks that follow it; empty when none does. */
    Optional<SealedCustody> sealable() {
        SealedCustody now = sealed;
        while (true) {
            Map<Long, Map<ContentHash, LedgerEntry>> block =
                    entries.subMap(now.through() + 1, now.through() + BLOCK + 1);
            if (block.size() < BLOCK) {
                return now.equals(sealed) ? Optional.empty() : Optional.of(now);
            }
            Sum sum = new Sum(now.count(), now.xor());
            for (Map<ContentHash, LedgerEntry> at : block.values()) {
                sum = sum.plus(at.values());
            }
            now = new SealedCustody(now.blocks() + 1, sum.count, sum.xor);
        }
    }

    /** How many items are held and the exclusive or of their hashes. */
    private record Sum(long count, ContentHash xor) {
        Sum plus(Collection<LedgerEntry> entries) {
            Sum sum = this;
            for (LedgerEntry entry : entries) {
                if (entry.isHeld()) {
                    sum = new Sum(sum.count + 1, sum.xor.xor(entry.hash()));
                }
            }
            return sum;
        }
    }
}

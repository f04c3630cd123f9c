package nl.bereik.server.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Ledgers in memory. */
public final class MemoryCustodyLedger implements CustodyLedger {
    private final Map<String, NavigableMap<Long, LedgerEntry>> entries = new HashMap<>();
    private final Map<String, SealedCustody> sealed = new HashMap<>();

    @Override
    public Mono<InstallLedger> read(String install, Collection<Long> opSeqs) {
        return Mono.fromSupplier(
                () -> read(install, opSeqs.stream().map(InstallLedger::blockOf).collect(Collectors.toSet())));
    }

    private synchronized InstallLedger read(String install, Set<Long> blocks) {
        SealedCustody sum = sealed.getOrDefault(install, SealedCustody.NONE);
        NavigableMap<Long, LedgerEntry> found = new TreeMap<>(entries.getOrDefault(install, new TreeMap<>()));
        Set<Long> open = found.tailMap(sum.through(), false).keySet().stream()
                .map(InstallLedger::blockOf)
                .collect(Collectors.toSet());
        found.keySet().removeIf(opSeq -> opSeq <= sum.through() && !blocks.contains(InstallLedger.blockOf(opSeq)));
        return new InstallLedger(sum, open, found);
    }

    @Override
    public Mono<Void> write(String install, InstallLedger known, SortedMap<Long, LedgerEntry> more) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                entries.computeIfAbsent(install, any -> new TreeMap<>()).putAll(more);
            }
        });
    }

    @Override
    public Mono<Boolean> seal(String install, SealedCustody before, SealedCustody after) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                if (!sealed.getOrDefault(install, SealedCustody.NONE).equals(before)) {
                    return false;
                }
                sealed.put(install, after);
                return true;
            }
        });
    }
}

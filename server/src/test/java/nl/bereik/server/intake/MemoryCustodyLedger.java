package nl.bereik.server.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Ledgers in memory. */
public final class MemoryCustodyLedger implements CustodyLedger {
    private final Map<String, Map<String, LedgerEntry>> entries = new HashMap<>();
    private final Map<String, SealedCustody> sealed = new HashMap<>();

    @Override
    public Mono<InstallLedger> read(String install, Collection<Long> opSeqs) {
        return Mono.fromSupplier(
                () -> read(install, opSeqs.stream().map(InstallLedger::blockOf).collect(Collectors.toSet())));
    }

    private synchronized InstallLedger read(String install, Set<Long> blocks) {
        SealedCustody sum = sealed.getOrDefault(install, SealedCustody.NONE);
        Collection<LedgerEntry> all = entries.getOrDefault(install, Map.of()).values();
        Set<Long> open = all.stream()
                .filter(entry -> entry.opSeq() > sum.through())
                .map(entry -> InstallLedger.blockOf(entry.opSeq()))
                .collect(Collectors.toSet());
        return new InstallLedger(
                sum,
                open,
                all.stream()
                        .filter(entry ->
                                entry.opSeq() > sum.through() || blocks.contains(InstallLedger.blockOf(entry.opSeq())))
                        .toList());
    }

    @Override
    public Mono<Void> write(String install, InstallLedger known, Collection<LedgerEntry> more) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                Map<String, LedgerEntry> all = entries.computeIfAbsent(install, any -> new LinkedHashMap<>());
                more.forEach(entry -> all.put(entry.opSeq() + "_" + entry.hash(), entry));
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

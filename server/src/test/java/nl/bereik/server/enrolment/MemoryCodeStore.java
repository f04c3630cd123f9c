package nl.bereik.server.enrolment;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Codes in memory. */
public final class MemoryCodeStore implements CodeStore {
    private final Map<String, StoredCode> codes = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> add(StoredCode code) {
        return Mono.fromRunnable(() -> codes.putIfAbsent(code.hash(), code));
    }

    @Override
    public Mono<StoredCode> use(String hash, String installId, Instant now) {
        return Mono.fromSupplier(() -> codes.computeIfPresent(hash, (same, code) -> {
            boolean good = code.expiresAt() == null || code.expiresAt().isAfter(now);
            return code.usedBy() == null && good
                    ? new StoredCode(hash, code.team(), code.holder(), code.expiresAt(), installId)
                    : code;
        }));
    }

    @Override
    public Mono<Long> expiredBefore(Instant moment) {
        return Mono.fromSupplier(() ->
                codes.values().stream().filter(code -> isExpired(code, moment)).count());
    }

    @Override
    public Mono<Long> removeExpiredBefore(Instant moment) {
        return Mono.fromSupplier(() -> codes.values().stream()
                .filter(code -> isExpired(code, moment))
                .filter(code -> codes.remove(code.hash(), code))
                .count());
    }

    private static boolean isExpired(StoredCode code, Instant moment) {
        return code.expiresAt() != null && code.expiresAt().isBefore(moment);
    }
}

package nl.bereik.server.publish;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import nl.bereik.protocol.reach.ReportingPeriod;
import reactor.core.publisher.Mono;

/** Words in memory. */
public final class MemoryOwnWords implements OwnWords {
    private final Map<ReportingPeriod, Map<Chapter, String>> all = new HashMap<>();

    @Override
    public Mono<Map<Chapter, String>> of(ReportingPeriod period) {
        return Mono.fromSupplier(() -> read(period));
    }

    private synchronized Map<Chapter, String> read(ReportingPeriod period) {
        return Map.copyOf(all.getOrDefault(period, Map.of()));
    }

    @Override
    public Mono<Boolean> replace(ReportingPeriod period, Chapter chapter, String before, String text) {
        return Mono.fromSupplier(() -> write(period, chapter, before.strip(), text.strip()));
    }

    private synchronized boolean write(ReportingPeriod period, Chapter chapter, String before, String text) {
        Map<Chapter, String> words = all.computeIfAbsent(period, any -> new EnumMap<>(Chapter.class));
        String stands = words.getOrDefault(chapter, "");
        if (stands.equals(before)) {
            words.put(chapter, text);
            words.values().removeIf(String::isEmpty);
            return true;
        }
        return stands.equals(text);
    }
}

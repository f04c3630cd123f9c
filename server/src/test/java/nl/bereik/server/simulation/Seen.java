package nl.bereik.server.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** In how many runs what matters happened at all, so that a promise is not kept for want of trying. */
final class Seen {
    private static final List<String> WHAT_MATTERS = List.of(
            "FAULT",
            "is backed up",
            "is restored",
            "POST /sync/v1/push",
            "POST /sync/v1/state",
            "GET /sync/v1/custody",
            "POST /sync/v1/renew",
            "did correct",
            "did repair",
            "did withdraw",
            "did log 260",
            "accepted=1",
            "does not open: DISK_FULL",
            "finds ",
            "clock is wrong by",
            "server2 stops",
            "proved=true");

    private final Map<String, AtomicLong> runs = new LinkedHashMap<>();

    Seen() {
        WHAT_MATTERS.forEach(what -> runs.put(what, new AtomicLong()));
    }

    void add(List<String> trace) {
        runs.forEach((what, count) -> {
            if (trace.stream().anyMatch(line -> line.contains(what))) {
                count.incrementAndGet();
            }
        });
    }

    /** What never happened. */
    List<String> missing() {
        return runs.entrySet().stream()
                .filter(each -> each.getValue().get() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public String toString() {
        return runs.toString();
    }
}

package nl.bereik.server.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What this instance has noted of reading in the current minute; a page that is open reads over and over. */
final class RecentReads {
    /** Forgetting one that is recent only means that it is noted again. */
    private static final int KEPT = 1000;

    /** Who read what in which minute. */
    record Read(String who, AuditAct act, String id, Instant minute) {}

    private final Map<Read, Mono<Void>> noted = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Read, Mono<Void>> eldest) {
            return size() > KEPT;
        }
    };

    /** Notes it, or waits for the one that does; who comes after a failure tries again. */
    Mono<Void> once(Read read, Mono<Void> note) {
        synchronized (noted) {
            return noted.computeIfAbsent(
                    read, any -> note.doOnError(e -> forget(read)).cache());
        }
    }

    private void forget(Read read) {
        synchronized (noted) {
            noted.remove(read);
        }
    }
}

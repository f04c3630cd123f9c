package nl.bereik.server.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.bereik.server.need.Alert;
import nl.bereik.server.need.StoredNeed;
import org.jspecify.annotations.Nullable;

/** Needs that one turn has claimed, and what has come of their alerts by now. Several threads may tell and ask. */
final class Claimed {
    private final Instant now;
    private final List<Nudge> nudges;
    private final List<StoredNeed> open;
    private final Map<UUID, Sent> sent = new ConcurrentHashMap<>();

    /** @param now when they were claimed */
    Claimed(List<StoredNeed> needs, Instant now) {
        this.now = now;
        this.nudges = Nudge.of(needs, now);
        this.open = new ArrayList<>(needs);
    }

    /** All that have to go for them. */
    List<Nudge> nudges() {
        return nudges;
    }

    void sent(Nudge nudge, Sent outcome) {
        nudge.alerts().forEach(alert -> sent.put(alert.id(), outcome));
    }

    /** What came of an alert; null when it was not sent, or not yet. */
    @Nullable Sent sent(Alert alert) {
        return sent.get(alert.id());
    }

    /** The needs of which all alerts that were due have been sent; each is told once. */
    synchronized List<UUID> ended() {
        List<UUID> ended = open.stream()
                .filter(need -> need.alerts().stream().noneMatch(alert -> alert.isDue(now) && sent(alert) == null))
                .map(StoredNeed::id)
                .toList();
        open.removeIf(need -> ended.contains(need.id()));
        return ended;
    }
}

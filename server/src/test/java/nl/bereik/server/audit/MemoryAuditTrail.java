package nl.bereik.server.audit;

import java.util.ArrayList;
import java.util.List;
import nl.bereik.server.store.StoreUnavailableException;
import reactor.core.publisher.Mono;

/** Acts in memory, and a trail that can be told to fail. */
public final class MemoryAuditTrail implements AuditTrail {
    private final List<Noted> noted = new ArrayList<>();
    private boolean failing;

    /** An act that was noted. */
    public record Noted(String who, AuditAct act, String id) {}

    @Override
    public Mono<Void> note(String who, AuditAct act, String id) {
        return Mono.fromRunnable(() -> add(new Noted(who, act, id)));
    }

    private synchronized void add(Noted act) {
        if (failing) {
            throw new StoreUnavailableException(new IllegalStateException("told to fail"));
        }
        noted.add(act);
    }

    /** All that was noted, in order. */
    public synchronized List<Noted> noted() {
        return List.copyOf(noted);
    }

    public synchronized void clear() {
        noted.clear();
    }

    /** Whether noting fails from now on. */
    public synchronized void fail(boolean fails) {
        failing = fails;
    }
}

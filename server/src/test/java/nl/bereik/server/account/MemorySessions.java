package nl.bereik.server.account;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Sessions in memory. */
public final class MemorySessions implements Sessions {
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> add(Session session, Instant forgetBefore) {
        return Mono.fromRunnable(() -> {
            sessions.put(session.id(), session);
            sessions.values()
                    .removeIf(other -> other.account().equals(session.account())
                            && other.beganAt().isBefore(forgetBefore));
        });
    }

    @Override
    public Mono<Session> find(String id) {
        return Mono.fromSupplier(() -> sessions.get(id));
    }

    @Override
    public Mono<Void> seen(String id, Instant at) {
        return Mono.fromRunnable(() -> sessions.computeIfPresent(
                id,
                (same, session) -> new Session(
                        id, session.account(), session.stamp(), session.codeGiven(), session.beganAt(), at)));
    }

    @Override
    public Mono<Void> end(String id) {
        return Mono.fromRunnable(() -> sessions.remove(id));
    }

    /** How many there are. */
    public int count() {
        return sessions.size();
    }
}

package nl.bereik.server.account;

import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * The sessions there are, shared by all servers on a store; a port. Only signing in makes one, so that strangers cannot
 * fill it. Publishers error with StoreUnavailableException.
 */
public interface Sessions {
    /** Adds a session, and forgets those of the same account that began before a moment. */
    Mono<Void> add(Session session, Instant forgetBefore);

    /** The session of this id; empty when there is none. */
    Mono<Session> find(String id);

    /** Notes that something was done in a session; safe to repeat. */
    Mono<Void> seen(String id, Instant at);

    /** Ends a session; safe to repeat. */
    Mono<Void> end(String id);
}

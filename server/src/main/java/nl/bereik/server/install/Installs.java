package nl.bereik.server.install;

import java.time.Instant;
import java.time.LocalDate;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.server.access.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The phones known; a port, filled by MongoDB and, in tests, by memory. Publishers error with
 * StoreUnavailableException.
 */
public interface Installs {
    /** Adds an install; empty completion also when the same id is there already, which is then left as it is. */
    Mono<Void> add(Install install);

    /** The install of this id; empty when there is none. */
    Mono<Install> find(String id);

    /** All installs, newest enrolment first. */
    Flux<Install> all();

    /** All installs of a team, in no order. */
    Flux<Install> ofTeam(String team);

    /** Lets an install sync that awaited approval. True when it exists. Approving again changes nothing. */
    Mono<Boolean> approve(String id);

    /** Keeps the key to which an install has the team's key sealed, unless it has one. */
    Mono<Void> sealTo(String id, SealKey key);

    /**
     * Revokes the phone of an install for good: that install and the first one, without which no other of the same
     * phone is let through. True when it exists. Revoking again changes nothing.
     */
    Mono<Boolean> revoke(String id, Instant at);

    /** The install as its phone stands: revoked when the first install of the same phone is. Never empty. */
    default Mono<Install> withPhone(Install install) {
        return install.renews() == null
                ? Mono.just(install)
                : find(install.phone())
                        .map(first -> first.revokedAt() == null ? install : install.revoked(first.revokedAt()))
                        .defaultIfEmpty(install);
    }

    /** The install of this id when it lies within the scope; empty otherwise, as when there is none. */
    default Mono<Install> find(Scope scope, String id) {
        return find(id).filter(install -> scope.covers(install.team()));
    }

    /** The installs within the scope, newest enrolment first. */
    default Flux<Install> all(Scope scope) {
        return all().filter(install -> scope.covers(install.team()));
    }

    /** Revokes as {@link #revoke(String, Instant)} within the scope; false outside it, as when there is none. */
    default Mono<Boolean> revoke(Scope scope, String id, Instant at) {
        return find(scope, id).flatMap(install -> revoke(id, at)).defaultIfEmpty(false);
    }

    /** Notes the day of a request; safe to repeat. */
    Mono<Void> seen(String id, LocalDate on);
}

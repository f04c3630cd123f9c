package nl.bereik.server.enrolment;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** One-time codes; a port. Publishers error with StoreUnavailableException. */
public interface CodeStore {
    /** Adds a code that is not there yet. */
    Mono<Void> add(StoredCode code);

    /**
     * Uses a code for an install, unless it has been used or has expired, in one step: of several installs at once
     * one gets it. Safe to repeat.
     *
     * @return the code as it is then, used by whoever used it; empty when there is no such code
     */
    Mono<StoredCode> use(String hash, String installId, Instant now);

    /** How many codes could be used until before this moment; those that are good until used not among them. */
    Mono<Long> expiredBefore(Instant moment);

    /** Removes those; how many there were. Repeatable. */
    Mono<Long> removeExpiredBefore(Instant moment);
}

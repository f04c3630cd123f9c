package nl.bereik.server.audit;

import reactor.core.publisher.Mono;

/** Where acts are noted; a port. */
public interface AuditTrail {
    /** Who acts when the server does something by itself. */
    String SERVER = "server";

    /** Who acts when it is not known who does, as at a sign-in that failed under a name that no account has. */
    String NOBODY_KNOWN = "unknown";

    /**
     * Notes an act; what completes is durable. Note first, then act, in one sequence: when the trail cannot be written,
     * the act is not done and what asked for it gets STORE_UNAVAILABLE. Not idempotent; see {@link
     * AuditAct#onceAMinute} for the exception. Errors with StoreUnavailableException, and with IllegalArgumentException
     * when a name or id is no such thing.
     *
     * @param who the account's name, {@link #phone}, {@link #SERVER} or {@link #NOBODY_KNOWN}; never what somebody
     *     typed unless an account has that name
     * @param id which one; empty where there is only one or all are meant. Never content, a code, a key or a hash of
     *     something that can be guessed
     */
    Mono<Void> note(String who, AuditAct act, String id);

    /** How a phone is named. */
    static String phone(String install) {
        return "phone:" + install;
    }
}

package nl.bereik.server.retention;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.sync.ContentHash;
import reactor.core.publisher.Mono;

/**
 * What has been let go of, so that it does not come back from an old phone or a recovery file; a port. Of an item only
 * a key stays: 128 bits of a hash of its id, which is random, so that neither the id nor the content can be found from
 * it. What completes is durable. Publishers error with StoreUnavailableException.
 */
public interface Forgotten {
    /** Nothing younger goes, whatever is configured. */
    int NEVER_BEFORE_DAYS = 31;

    /** Those of these keys that have been let go of. */
    Mono<Set<String>> among(Collection<String> keys);

    /** Notes that these have been let go of; before they are. Repeatable. */
    Mono<Void> note(Collection<String> keys);

    /** Whether something of this day is so old that it may have been let go of. */
    static boolean mayBe(LocalDate on, LocalDate today) {
        return on.isBefore(today.minusDays(NEVER_BEFORE_DAYS));
    }

    /** The key of an item whatever it says. */
    static String keyOf(UUID opId) {
        return ContentHash.short128(bytes(opId).array());
    }

    /** The key of an item that says just this; of one that is kept aside beside another of the same id. */
    static String keyOf(UUID opId, ContentHash hash) {
        return ContentHash.short128(ByteBuffer.allocate(4 * Long.BYTES)
                .put(bytes(opId).array())
                .putLong(hash.high())
                .putLong(hash.low())
                .array());
    }

    private static ByteBuffer bytes(UUID opId) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(opId.getMostSignificantBits())
                .putLong(opId.getLeastSignificantBits());
    }
}

package nl.bereik.protocol.sync;

import java.time.DateTimeException;
import java.time.Instant;

/** Instants on the wire: ISO 8601 in UTC. */
public final class WireTime {
    private WireTime() {}

    /** @throws IllegalArgumentException when the text is not an instant */
    public static Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not an instant", e);
        }
    }
}

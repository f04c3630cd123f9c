package nl.bereik.server.publish;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.server.disclosure.Release;

/**
 * A release as it was made, for ever.
 *
 * @param number 1 for the first release of all, then without holes; no two have the same
 * @param by the account that made it
 * @param revision the number of the last revision that its figures have in them, 0 before any
 * @param release with what is never shown: which counts are under the threshold
 */
public record StoredRelease(int number, ReportingPeriod period, String by, Instant at, long revision, Release release) {
    /** Of what readers see, without what is new with each release: its number, its id and when it was made. */
    String digest() {
        StringBuilder text = new StringBuilder(period.name());
        release.tables().forEach(table -> text.append('\n')
                .append(table.name())
                .append(table.frozen())
                .append(table.rules())
                .append(table.dimensions())
                .append(table.cells().values()));
        return ContentHash.short128(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}

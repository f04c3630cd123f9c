package nl.bereik.server.publish;

import java.time.Instant;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.disclosure.Release;

/**
 * A release as it was made, for ever.
 *
 * @param number 1 for the first release of all, then without holes; no two have the same
 * @param by the account that made it
 * @param revision the number of the last revision that its figures have in them, 0 before any
 * @param release with what is never shown: which counts are under the threshold
 */
public record StoredRelease(
        int number, ReportingPeriod period, String by, Instant at, long revision, Release release) {}

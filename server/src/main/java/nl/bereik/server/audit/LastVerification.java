package nl.bereik.server.audit;

import java.time.Instant;

/**
 * What the last verification on this store came to.
 *
 * @param number up to which the chain was whole
 * @param whole whether that was all of it
 */
public record LastVerification(Instant at, long number, boolean whole) {}

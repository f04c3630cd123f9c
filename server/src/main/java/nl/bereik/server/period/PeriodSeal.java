package nl.bereik.server.period;

import java.time.Instant;
import nl.bereik.protocol.reach.ReportingPeriod;

/**
 * A half-year whose figures are final, or are being made so.
 *
 * @param by the account that asked for it
 * @param at when it was asked for
 * @param done whether its tallies are final; until then sealing can be gone on with
 */
public record PeriodSeal(ReportingPeriod period, String by, Instant at, boolean done) {}

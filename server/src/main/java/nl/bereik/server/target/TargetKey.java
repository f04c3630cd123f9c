package nl.bereik.server.target;

import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.target.TargetFigure;

/**
 * What a number is agreed for: one figure of one period of one region. A region and not a team, since it is the network
 * of a region that agrees with the municipalities.
 *
 * @param region as configured
 */
public record TargetKey(String region, ReportingPeriod period, TargetFigure figure) {
    /** {@code region/2026S1/CONTACTS}. */
    public String id() {
        return region + '/' + period.name() + '/' + figure;
    }
}

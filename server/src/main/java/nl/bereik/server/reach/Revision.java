package nl.bereik.server.reach;

import java.time.Instant;
import java.util.List;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reach.ReportingPeriod;

/**
 * That what came too late for a sealed half-year has been taken into its figures.
 *
 * @param number from 1, over all half-years
 * @param nth from 1, of this half-year
 * @param by the account that took it in
 * @param items how many contacts, activities, steps and needs
 * @param differences what it changed, by half-year; at least in this one unless it changed nothing
 */
public record Revision(
        long number,
        ReportingPeriod halfYear,
        int nth,
        String by,
        Instant at,
        int items,
        List<Difference> differences) {
    public Revision {
        differences = List.copyOf(differences);
    }

    /** Whether it changed figures of any day from the first to the last month of a period. */
    public boolean changed(ReportingPeriod period) {
        return differences.stream()
                .map(Difference::halfYear)
                .anyMatch(half ->
                        !half.first().isAfter(period.last()) && !half.last().isBefore(period.first()));
    }

    /**
     * The figures of a sealed half-year before and after, as {@code FiguresJson} names them. Another half-year changes
     * too when people are in both, or trajectories run on into it.
     */
    public record Difference(ReportingPeriod halfYear, JsonObject before, JsonObject after) {}
}

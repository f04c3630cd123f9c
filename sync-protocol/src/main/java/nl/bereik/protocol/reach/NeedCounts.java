package nl.bereik.protocol.reach;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Exact counts of follow-up needs, each under the day on which it was raised.
 *
 * @param needs how many
 * @param cells per table the cells above zero, sorted by code; every table is present
 * @param withDeadline how many had to be accepted within a time, those that were withdrawn before that left out
 * @param inTime how many of these were
 * @param toAccept from when the server heard of it until somebody accepted
 * @param toDone until it was done
 */
public record NeedCounts(
        long needs,
        Map<NeedTable, SortedMap<String, Long>> cells,
        long withDeadline,
        long inTime,
        Spread toAccept,
        Spread toDone) {

    public NeedCounts {
        cells = Cells.copy(NeedTable.class, cells);
    }

    /** Counts nothing. */
    public static NeedCounts zero() {
        return new NeedCounts(0, Map.of(), 0, 0, Spread.NONE, Spread.NONE);
    }

    /** Counts these needs; their order does not matter. */
    public static NeedCounts fold(Collection<NeedFact> needs) {
        long withDeadline = 0;
        long inTime = 0;
        Spread toAccept = Spread.NONE;
        Spread toDone = Spread.NONE;
        for (NeedFact need : needs) {
            Optional<Duration> within = need.urgency().acceptWithin();
            if (within.isPresent() && !need.withdrawn()) {
                withDeadline++;
                inTime += need.toAccept() != null && need.toAccept().compareTo(within.get()) <= 0 ? 1 : 0;
            }
            toAccept = need.toAccept() == null ? toAccept : toAccept.with(need.toAccept());
            toDone = need.toDone() == null ? toDone : toDone.with(need.toDone());
        }
        return new NeedCounts(
                needs.size(),
                Cells.count(NeedTable.class, needs, (table, need) -> List.of(table.cell(need))),
                withDeadline,
                inTime,
                toAccept,
                toDone);
    }

    /** The counts of both together; they must count different needs. */
    public NeedCounts plus(NeedCounts other) {
        Map<NeedTable, SortedMap<String, Long>> sum = Cells.plus(NeedTable.class, cells, other.cells);
        return new NeedCounts(
                needs + other.needs,
                sum,
                withDeadline + other.withDeadline,
                inTime + other.inTime,
                toAccept.plus(other.toAccept),
                toDone.plus(other.toDone));
    }

    /** The cells of one table that are above zero, sorted by code. */
    public SortedMap<String, Long> table(NeedTable table) {
        return cells.getOrDefault(table, Collections.emptySortedMap());
    }
}

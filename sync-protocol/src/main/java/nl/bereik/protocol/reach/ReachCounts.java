package nl.bereik.protocol.reach;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.ContactMoment;

/**
 * Exact counts of contact moments in the menu of {@link ReachTable}s.
 *
 * @param contacts how many
 * @param withoutCode how many had no code given, professionals left out
 * @param cells per table the cells above zero, sorted by code; every table is present
 */
public record ReachCounts(long contacts, long withoutCode, Map<ReachTable, SortedMap<String, Long>> cells) {

    public ReachCounts {
        cells = Cells.copy(ReachTable.class, cells);
    }

    /** Counts nothing. */
    public static ReachCounts zero() {
        return new ReachCounts(0, 0, Map.of());
    }

    /** Counts these contacts; their order does not matter. */
    public static ReachCounts fold(Collection<ContactMoment> contacts) {
        long withoutCode = 0;
        for (ContactMoment contact : contacts) {
            if (!contact.codeGiven() && contact.audience() != Audience.PROFESSIONAL) {
                withoutCode++;
            }
        }
        return new ReachCounts(
                contacts.size(), withoutCode, Cells.count(ReachTable.class, contacts, ReachTable::cells));
    }

    /** The counts of both together; they must count different contacts. */
    public ReachCounts plus(ReachCounts other) {
        Map<ReachTable, SortedMap<String, Long>> sum = Cells.plus(ReachTable.class, cells, other.cells);
        return new ReachCounts(contacts + other.contacts, withoutCode + other.withoutCode, sum);
    }

    /** The counts without those of contacts that are among them. */
    public ReachCounts minus(ReachCounts some) {
        return new ReachCounts(
                contacts - some.contacts,
                withoutCode - some.withoutCode,
                Cells.minus(ReachTable.class, cells, some.cells));
    }

    /** The cells of one table that are above zero, sorted by code. */
    public SortedMap<String, Long> table(ReachTable table) {
        return cells.getOrDefault(table, Collections.emptySortedMap());
    }
}

package nl.bereik.protocol.reach;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
        Map<ReachTable, SortedMap<String, Long>> copy = new EnumMap<>(ReachTable.class);
        for (ReachTable table : ReachTable.values()) {
            copy.put(
                    table,
                    Collections.unmodifiableSortedMap(
                            new TreeMap<>(cells.getOrDefault(table, Collections.emptySortedMap()))));
        }
        cells = Collections.unmodifiableMap(copy);
    }

    /** Counts nothing. */
    public static ReachCounts zero() {
        return new ReachCounts(0, 0, Map.of());
    }

    /** Counts these contacts; their order does not matter. */
    public static ReachCounts fold(Collection<ContactMoment> contacts) {
        Map<ReachTable, SortedMap<String, Long>> cells = new EnumMap<>(ReachTable.class);
        long withoutCode = 0;
        for (ContactMoment contact : contacts) {
            if (!contact.codeGiven() && contact.audience() != Audience.PROFESSIONAL) {
                withoutCode++;
            }
            for (ReachTable table : ReachTable.values()) {
                SortedMap<String, Long> counts = cells.computeIfAbsent(table, any -> new TreeMap<>());
                table.cells(contact).forEach(cell -> counts.merge(cell, 1L, Long::sum));
            }
        }
        return new ReachCounts(contacts.size(), withoutCode, cells);
    }

    /** The counts of both together; they must count different contacts. */
    public ReachCounts plus(ReachCounts other) {
        Map<ReachTable, SortedMap<String, Long>> sum = new EnumMap<>(ReachTable.class);
        for (ReachTable table : ReachTable.values()) {
            SortedMap<String, Long> counts = new TreeMap<>(table(table));
            other.table(table).forEach((cell, count) -> counts.merge(cell, count, Long::sum));
            sum.put(table, counts);
        }
        return new ReachCounts(contacts + other.contacts, withoutCode + other.withoutCode, sum);
    }

    /** The cells of one table that are above zero, sorted by code. */
    public SortedMap<String, Long> table(ReachTable table) {
        return cells.getOrDefault(table, Collections.emptySortedMap());
    }
}

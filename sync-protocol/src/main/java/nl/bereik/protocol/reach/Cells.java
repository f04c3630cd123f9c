package nl.bereik.protocol.reach;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The cells of a menu of tables, kept per table and sorted by code. */
final class Cells {
    private Cells() {}

    /** A copy that cannot change and has every table of the menu. */
    static <T extends Enum<T>> Map<T, SortedMap<String, Long>> copy(
            Class<T> menu, Map<T, SortedMap<String, Long>> cells) {
        Map<T, SortedMap<String, Long>> copy = new EnumMap<>(menu);
        for (T table : menu.getEnumConstants()) {
            copy.put(
                    table,
                    Collections.unmodifiableSortedMap(
                            new TreeMap<>(cells.getOrDefault(table, Collections.emptySortedMap()))));
        }
        return Collections.unmodifiableMap(copy);
    }

    /** Counts each thing once under each of its cells. */
    static <T extends Enum<T>, F> Map<T, SortedMap<String, Long>> count(
            Class<T> menu, Collection<? extends F> things, BiFunction<T, F, Collection<String>> cellsOf) {
        Map<T, SortedMap<String, Long>> cells = new EnumMap<>(menu);
        for (T table : menu.getEnumConstants()) {
            SortedMap<String, Long> counts = new TreeMap<>();
            things.forEach(thing -> cellsOf.apply(table, thing).forEach(cell -> counts.merge(cell, 1L, Long::sum)));
            cells.put(table, counts);
        }
        return cells;
    }

    /** Both together. */
    static <T extends Enum<T>> Map<T, SortedMap<String, Long>> plus(
            Class<T> menu, Map<T, SortedMap<String, Long>> some, Map<T, SortedMap<String, Long>> more) {
        Map<T, SortedMap<String, Long>> sum = new EnumMap<>(menu);
        for (T table : menu.getEnumConstants()) {
            SortedMap<String, Long> counts = new TreeMap<>(some.getOrDefault(table, Collections.emptySortedMap()));
            more.getOrDefault(table, Collections.emptySortedMap())
                    .forEach((cell, count) -> counts.merge(cell, count, Long::sum));
            sum.put(table, counts);
        }
        return sum;
    }

    /** Some without others; what is not there is not taken away. */
    static <T extends Enum<T>> Map<T, SortedMap<String, Long>> minus(
            Class<T> menu, Map<T, SortedMap<String, Long>> some, Map<T, SortedMap<String, Long>> less) {
        Map<T, SortedMap<String, Long>> rest = new EnumMap<>(menu);
        for (T table : menu.getEnumConstants()) {
            SortedMap<String, Long> counts = new TreeMap<>(some.getOrDefault(table, Collections.emptySortedMap()));
            takeAway(counts, less.getOrDefault(table, Collections.emptySortedMap()));
            rest.put(table, counts);
        }
        return rest;
    }

    /** Takes counts away from others; what becomes zero is left out, and what is not there is not taken away. */
    static <K> void takeAway(Map<K, Long> counts, Map<K, Long> less) {
        less.forEach((cell, count) -> counts.computeIfPresent(cell, (any, now) -> now > count ? now - count : null));
    }
}

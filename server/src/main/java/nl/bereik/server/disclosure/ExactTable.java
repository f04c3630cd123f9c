package nl.bereik.server.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Exact counts, before anything is done to them. Not for publication.
 *
 * @param name what refusals call it
 * @param dimensions none for a single number, one or two
 * @param counts of all inner cells and of all totals, not negative; see {@link #cellsOf}
 */
public record ExactTable(String name, Subject subject, Span span, List<Dimension> dimensions, Map<Cell, Long> counts) {

    private static final int MOST_DIMENSIONS = 2;

    /** Throws IllegalArgumentException for missing or excess cells, and for totals that do not fit their parts. */
    public ExactTable {
        dimensions = List.copyOf(dimensions);
        if (dimensions.size() > MOST_DIMENSIONS
                || dimensions.stream().map(Dimension::name).distinct().count() < dimensions.size()) {
            throw new IllegalArgumentException("At most two different dimensions: " + name);
        }
        Map<Cell, Long> ordered = new LinkedHashMap<>();
        for (Cell cell : cellsOf(dimensions)) {
            Long count = counts.get(cell);
            if (count == null || count < 0) {
                throw new IllegalArgumentException("No count in " + name + " at " + cell);
            }
            ordered.put(cell, count);
        }
        if (ordered.size() != counts.size()) {
            throw new IllegalArgumentException("Cells outside of " + name);
        }
        counts = Collections.unmodifiableMap(ordered);
        for (Dimension dimension : dimensions) {
            checkTotals(name, dimension, counts);
        }
    }

    /** A single number. */
    public static ExactTable single(String name, Subject subject, Span span, long count) {
        return new ExactTable(name, subject, span, List.of(), Map.of(Cell.TOTAL, count));
    }

    /** By one dimension whose categories add up; the total is summed here. Categories in the map's order. */
    public static ExactTable adding(
            String name, Subject subject, Span span, String dimension, Map<String, Long> byCategory) {
        long total = byCategory.values().stream().mapToLong(Long::longValue).sum();
        return oneWay(
                name,
                subject,
                span,
                new Dimension(dimension, Parts.EXACT, List.copyOf(byCategory.keySet())),
                byCategory,
                total);
    }

    /** By one dimension, with the total given. A category of the dimension that the map lacks counts 0. */
    public static ExactTable oneWay(
            String name, Subject subject, Span span, Dimension dimension, Map<String, Long> byCategory, long total) {
        Map<Cell, Long> counts = new LinkedHashMap<>();
        dimension.categories().forEach(category -> counts.put(Cell.of(dimension.name(), category), 0L));
        byCategory.forEach((category, count) -> counts.put(Cell.of(dimension.name(), category), count));
        counts.put(Cell.TOTAL, total);
        return new ExactTable(name, subject, span, List.of(dimension), counts);
    }

    /**
     * All cells of a table in their order: row by row with the row's total last, then the row of totals with the grand
     * total last.
     */
    public static List<Cell> cellsOf(List<Dimension> dimensions) {
        List<Cell> cells = List.of(Cell.TOTAL);
        for (Dimension dimension : dimensions) {
            List<Cell> finer = new ArrayList<>();
            for (Cell cell : cells) {
                dimension.categories().forEach(category -> finer.add(cell.with(dimension.name(), category)));
                finer.add(cell);
            }
            cells = finer;
        }
        return cells;
    }

    TableKey key() {
        return TableKey.of(subject, span, dimensions);
    }

    private static void checkTotals(String name, Dimension dimension, Map<Cell, Long> counts) {
        counts.forEach((whole, count) -> {
            if (whole.dimensions().contains(dimension.name())) {
                return;
            }
            long sum = 0;
            long greatest = 0;
            for (String category : dimension.categories()) {
                long part = counts.getOrDefault(whole.with(dimension.name(), category), 0L);
                sum += part;
                greatest = Math.max(greatest, part);
            }
            boolean fits =
                    switch (dimension.parts()) {
                        case EXACT -> sum == count;
                        case COVERING -> greatest <= count && count <= sum;
                        case WITHIN -> greatest <= count;
                    };
            if (!fits) {
                throw new IllegalArgumentException("The total does not fit in " + name + " at " + whole);
            }
        });
    }
}

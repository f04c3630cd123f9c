package nl.bereik.server.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.bereik.server.disclosure.Relation.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * All numbers that the tables speak of, shown or not, and everything that is known about how they hang together. The
 * same tables give the same indexes.
 */
final class Numbers {

    private final List<Count> counts = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();
    private final Map<Count, Integer> indexes = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** Spanned by the tables that were added to the shapes and by the relations. */
    Numbers(Shapes spanned, List<Relation> relations) {
        List<Shape> shapes = spanned.all();
        shapes.forEach(this::number);
        shapes.forEach(this::relateOverTime);
        for (Shape finer : shapes) {
            for (Shape coarser : shapes) {
                if (finer.subject().equals(coarser.subject())
                        && finer.dimensions().size() == coarser.dimensions().size() + 1
                        && finer.dimensions().containsAll(coarser.dimensions())) {
                    relateOverCategories(finer, coarser);
                }
            }
        }
        relations.forEach(this::relate);
    }

    int size() {
        return counts.size();
    }

    Count count(int number) {
        return counts.get(number);
    }

    Subject subject(int number) {
        return subjects.get(number);
    }

    List<Row> rows() {
        return rows;
    }

    /** The index, or null if it counts nobody because its category is missing from a table. */
    @Nullable Integer find(Count count) {
        return indexes.get(count);
    }

    private void number(Shape shape) {
        for (Span span : shape.spans()) {
            for (Cell cell : shape.cells()) {
                if (!shape.isAbsent(cell, span)) {
                    Count count = new Count(shape.subject().name(), cell, span);
                    indexes.put(count, counts.size());
                    counts.add(count);
                    subjects.add(shape.subject());
                }
            }
        }
    }

    private void relateOverTime(Shape shape) {
        String subject = shape.subject().name();
        for (Span whole : shape.spans()) {
            for (List<Span> tiling : Tilings.of(whole, shape.spans())) {
                for (Cell cell : shape.cells()) {
                    List<Count> parts = tiling.stream()
                            .map(span -> new Count(subject, cell, span))
                            .toList();
                    relate(shape.subject().overTime(), new Count(subject, cell, whole), parts);
                }
            }
        }
    }

    private void relateOverCategories(Shape finer, Shape coarser) {
        String subject = finer.subject().name();
        String dimension = finer.dimensions().stream()
                .filter(name -> !coarser.dimensions().contains(name))
                .findFirst()
                .orElseThrow();
        Map<Cell, List<Cell>> lines = new LinkedHashMap<>();
        for (Cell cell : finer.cells()) {
            lines.computeIfAbsent(without(cell, dimension), any -> new ArrayList<>())
                    .add(cell);
        }
        Parts parts = partsOf(finer, dimension);
        for (Span span : finer.spans()) {
            lines.forEach((whole, cells) -> relate(
                    parts,
                    new Count(subject, whole, span),
                    cells.stream().map(cell -> new Count(subject, cell, span)).toList()));
        }
    }

    private static Cell without(Cell cell, String dimension) {
        Cell rest = Cell.TOTAL;
        for (Map.Entry<String, String> one : cell.categories().entrySet()) {
            rest = one.getKey().equals(dimension) ? rest : rest.with(one.getKey(), one.getValue());
        }
        return rest;
    }

    /** A dimension that only a relation names may have other categories. */
    private static Parts partsOf(Shape shape, String name) {
        Set<Parts> told = new TreeSet<>();
        for (Shape.TableShape table : shape.tables()) {
            Dimension dimension = table.covers(shape.dimensions()) ? table.dimension(name) : null;
            if (dimension != null) {
                told.add(dimension.parts());
            }
        }
        if (told.size() > 1) {
            throw new IllegalArgumentException("Categories that relate differently to their total: " + name);
        }
        return told.isEmpty() ? Parts.WITHIN : told.iterator().next();
    }

    private void relate(Relation relation) {
        Quantity whole = relation.whole();
        for (Count count : List.copyOf(counts)) {
            if (count.subject().equals(whole.subject().name()) && count.cell().equals(whole.cell())) {
                List<Count> parts = relation.parts().stream()
                        .map(part -> new Count(part.subject().name(), part.cell(), count.span()))
                        .toList();
                relate(relation.kind(), count, parts);
            }
        }
    }

    private void relate(Parts kind, Count whole, List<Count> parts) {
        Integer found = indexes.get(whole);
        if (found == null) {
            return;
        }
        int[] there = parts.stream()
                .map(indexes::get)
                .filter(index -> index != null)
                .mapToInt(Integer::intValue)
                .toArray();
        if (kind == Parts.EXACT) {
            rows.add(Row.equal(found, there));
            return;
        }
        if (kind == Parts.COVERING) {
            rows.add(Row.atMost(found, there));
        }
        for (int part : there) {
            rows.add(Row.contains(found, part));
        }
    }
}

package nl.bereik.server.disclosure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.bereik.server.disclosure.Relation.Quantity;
import nl.bereik.server.disclosure.Shape.TableShape;

/** Finds the shapes that tables and relations span. */
final class Shapes {

    private static final Comparator<Set<String>> FINEST_FIRST =
            Comparator.<Set<String>>comparingInt(Set::size).reversed().thenComparing(names -> String.join("|", names));

    private final Map<String, Subject> subjects = new TreeMap<>();
    private final Map<String, List<TableShape>> tables = new TreeMap<>();
    private final Map<String, Map<Set<String>, TreeSet<Span>>> spans = new TreeMap<>();
    private final Map<String, Map<Set<String>, LinkedHashSet<Cell>>> cells = new TreeMap<>();
    private final List<Relation> relations;

    Shapes(List<Relation> relations) {
        this.relations = relations;
        for (Relation relation : relations) {
            quantities(relation).forEach(quantity -> {
                know(quantity.subject());
                addCell(quantity.subject(), quantity.cell());
            });
        }
    }

    void add(Subject subject, Span span, List<Dimension> dimensions) {
        know(subject);
        tablesOf(subject).add(new TableShape(span, dimensions));
        for (Cell cell : ExactTable.cellsOf(dimensions)) {
            addCell(subject, cell);
            spansOf(subject, cell.dimensions()).add(span);
        }
    }

    /** Per subject, the sets with most dimensions first. */
    List<Shape> all() {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Subject subject : subjects.values()) {
                grown |= close(subject);
            }
            for (Relation relation : relations) {
                grown |= shareSpans(relation);
            }
        }
        List<Shape> shapes = new ArrayList<>();
        for (Subject subject : subjects.values()) {
            for (Set<String> set : setsOf(subject)) {
                shapes.add(new Shape(
                        subject, set, List.copyOf(cellsOf(subject, set)), spansOf(subject, set), tablesOf(subject)));
            }
        }
        return shapes;
    }

    /**
     * What is shown for one span bears on all others, also in tables that are not shown for it: all sets have all spans,
     * and the pieces between their ends. Different people may be there in several: every run of pieces counts too.
     */
    private boolean close(Subject subject) {
        TreeSet<Span> used = new TreeSet<>();
        setsOf(subject).forEach(set -> used.addAll(spansOf(subject, set)));
        List<Span> pieces = pieces(used);
        used.addAll(pieces);
        if (subject.overTime() == Parts.COVERING) {
            addRuns(pieces, used);
        }
        boolean grown = false;
        for (Set<String> set : setsOf(subject)) {
            grown |= spansOf(subject, set).addAll(used);
        }
        return grown;
    }

    private static void addRuns(List<Span> pieces, TreeSet<Span> used) {
        for (int i = 0; i < pieces.size(); i++) {
            Span run = pieces.get(i);
            for (int j = i + 1; j < pieces.size() && isCrossed(run, pieces.get(j), used); j++) {
                run = new Span(run.first(), pieces.get(j).last());
                used.add(run);
            }
        }
    }

    private static boolean isCrossed(Span before, Span after, Collection<Span> used) {
        return used.stream()
                .anyMatch(span -> !span.first().isAfter(before.last())
                        && !span.last().isBefore(after.first())
                        && before.last().plusMonths(1).equals(after.first()));
    }

    static List<Quantity> quantities(Relation relation) {
        List<Quantity> all = new ArrayList<>(relation.parts());
        all.add(relation.whole());
        return all;
    }

    private boolean shareSpans(Relation relation) {
        TreeSet<Span> shared = new TreeSet<>();
        quantities(relation)
                .forEach(one -> shared.addAll(spansOf(one.subject(), one.cell().dimensions())));
        boolean added = false;
        for (Quantity one : quantities(relation)) {
            added |= spansOf(one.subject(), one.cell().dimensions()).addAll(shared);
        }
        return added;
    }

    /** The spans between neighbouring ends, as far as one of the spans lies over them. */
    private static List<Span> pieces(Collection<Span> used) {
        TreeSet<YearMonth> starts = new TreeSet<>();
        used.forEach(span -> {
            starts.add(span.first());
            starts.add(span.last().plusMonths(1));
        });
        List<Span> found = new ArrayList<>();
        for (YearMonth start : starts) {
            YearMonth end = starts.higher(start);
            if (end != null) {
                Span piece = new Span(start, end.minusMonths(1));
                if (used.stream().anyMatch(span -> span.contains(piece))) {
                    found.add(piece);
                }
            }
        }
        return found;
    }

    private void know(Subject subject) {
        Subject known = subjects.putIfAbsent(subject.name(), subject);
        if (known != null && !known.equals(subject)) {
            throw new IllegalArgumentException("Two subjects of one name: " + known + " and " + subject);
        }
    }

    private void addCell(Subject subject, Cell cell) {
        cells.computeIfAbsent(subject.name(), any -> new LinkedHashMap<>())
                .computeIfAbsent(cell.dimensions(), any -> new LinkedHashSet<>())
                .add(cell);
    }

    private List<Set<String>> setsOf(Subject subject) {
        List<Set<String>> sets =
                new ArrayList<>(cells.getOrDefault(subject.name(), Map.of()).keySet());
        sets.sort(FINEST_FIRST);
        return sets;
    }

    private Set<Cell> cellsOf(Subject subject, Set<String> dimensions) {
        return cells.getOrDefault(subject.name(), Map.of()).getOrDefault(dimensions, new LinkedHashSet<>());
    }

    private List<TableShape> tablesOf(Subject subject) {
        return tables.computeIfAbsent(subject.name(), any -> new ArrayList<>());
    }

    private TreeSet<Span> spansOf(Subject subject, Set<String> dimensions) {
        return spans.computeIfAbsent(subject.name(), any -> new LinkedHashMap<>())
                .computeIfAbsent(dimensions, any -> new TreeSet<>());
    }
}

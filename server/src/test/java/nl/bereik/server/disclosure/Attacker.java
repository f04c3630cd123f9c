package nl.bereik.server.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads releases about {@link RandomOutreach} and narrows every number of every run of quarters as far as it can. Written
 * apart from the product: it shares neither its model nor its arithmetic. Knows the sums, the rounding, the threshold,
 * that no count is negative, and which suppressed counts are under the threshold.
 */
final class Attacker {

    private static final int QUARTERS = RandomOutreach.QUARTERS;
    private static final long FAR = 1_000_000;

    private final RandomOutreach world;
    private final Map<Count, Integer> ids = new LinkedHashMap<>();
    private final List<int[]> atMostZero = new ArrayList<>();
    private long[] low = new long[64];
    private long[] high = new long[64];

    Attacker(RandomOutreach world, DisclosureRules rules, List<Release> releases) {
        this.world = world;
        Set<String> shapes = new TreeSet<>();
        releases.forEach(release -> release.tables().forEach(table -> {
            List<String> names =
                    table.dimensions().stream().map(Dimension::name).sorted().toList();
            shapes.add(table.subject().name() + ":");
            names.forEach(name -> shapes.add(table.subject().name() + ":" + name));
            shapes.add(table.subject().name() + ":" + String.join("+", names));
        }));
        if (shapes.contains("contacts:") && shapes.contains("people:")) {
            intervals((i, j) -> lessOrEqual(id("people", Cell.TOTAL, i, j), id("contacts", Cell.TOTAL, i, j)));
        }
        shapes.forEach(this::learnSums);
        releases.forEach(release -> learn(release, rules));
    }

    Set<Count> counts() {
        return ids.keySet();
    }

    long low(Count count) {
        return low[known(count)];
    }

    long high(Count count) {
        return high[known(count)];
    }

    /** The number of values left for a count that some release or sum speaks of. */
    long values(Count count) {
        return high(count) - low(count) + 1;
    }

    void narrow() {
        if (!sweep()) {
            throw new IllegalStateException("What is published contradicts itself");
        }
    }

    /** Tries the ends of each small interval and drops those that contradict the rest. */
    void shave(int widest) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int id = 0; id < ids.size(); id++) {
                while (high[id] > low[id] && high[id] - low[id] < widest && !possible(id, low[id], low[id])) {
                    low[id]++;
                    moved = true;
                }
                while (high[id] > low[id] && high[id] - low[id] < widest && !possible(id, high[id], high[id])) {
                    high[id]--;
                    moved = true;
                }
            }
            narrow();
        }
    }

    private boolean possible(int id, long from, long to) {
        long[] lowBefore = low.clone();
        long[] highBefore = high.clone();
        low[id] = from;
        high[id] = to;
        boolean possible = sweep();
        low = lowBefore;
        high = highBefore;
        return possible;
    }

    private void learn(Release release, DisclosureRules rules) {
        for (PublishedTable table : release.tables()) {
            boolean people = table.subject().kind() == Subject.Kind.PEOPLE;
            table.cells().forEach((cell, published) -> {
                Count count = new Count(table.subject().name(), cell, table.span());
                int id = known(count);
                if (published instanceof Published.Value value) {
                    low[id] = Math.max(low[id], Math.max(people ? rules.threshold() : 0, value.rounded() - 2));
                    high[id] = Math.min(high[id], value.rounded() + 2);
                } else if (release.underThreshold().contains(count)) {
                    high[id] = Math.min(high[id], rules.threshold() - 1);
                }
            });
        }
    }

    private void learnSums(String shape) {
        String subject = shape.substring(0, shape.indexOf(':'));
        String names = shape.substring(shape.indexOf(':') + 1);
        String[] dimensions = names.isEmpty() ? new String[0] : names.split("\\+");
        List<Cell> cells = List.of(Cell.TOTAL);
        for (String dimension : dimensions) {
            List<Cell> finer = new ArrayList<>();
            cells.forEach(cell -> categories(dimension).forEach(one -> finer.add(cell.with(dimension, one))));
            cells = finer;
        }
        for (Cell cell : cells) {
            intervals((i, j) -> {
                for (int k = i; k < j; k++) {
                    int whole = id(subject, cell, i, j);
                    int before = id(subject, cell, i, k);
                    int after = id(subject, cell, k + 1, j);
                    add(+1, whole, before, after);
                    if (subject.equals("people")) {
                        lessOrEqual(before, whole);
                        lessOrEqual(after, whole);
                    } else {
                        add(-1, whole, before, after);
                    }
                }
            });
        }
        for (String dimension : dimensions) {
            for (Cell finest : cells) {
                if ("0".equals(finest.categories().get(dimension))) {
                    intervals((i, j) -> learnLine(subject, finest, dimension, i, j));
                }
            }
        }
    }

    private void learnLine(String subject, Cell one, String dimension, int i, int j) {
        Cell total = Cell.TOTAL;
        for (Map.Entry<String, String> entry : one.categories().entrySet()) {
            total = entry.getKey().equals(dimension) ? total : total.with(entry.getKey(), entry.getValue());
        }
        Cell whole = total;
        int wholeId = id(subject, whole, i, j);
        int[] parts = categories(dimension).stream()
                .mapToInt(category -> id(subject, whole.with(dimension, category), i, j))
                .toArray();
        boolean several = dimension.equals("topic") || subject.equals("people") && dimension.equals("channel");
        if (!dimension.equals("topic")) {
            add(+1, wholeId, parts);
        }
        if (several) {
            Arrays.stream(parts).forEach(part -> lessOrEqual(part, wholeId));
        } else {
            add(-1, wholeId, parts);
        }
    }

    private List<String> categories(String dimension) {
        return RandomOutreach.categories(
                switch (dimension) {
                    case "channel" -> world.channels;
                    case "area" -> world.areas;
                    case "gender" -> world.genders;
                    default -> world.topics;
                });
    }

    private void lessOrEqual(int lesser, int greater) {
        add(+1, lesser, greater);
    }

    /** {@code sign * (whole - parts) <= 0}; ids are kept from 1, with their sign. */
    private void add(int sign, int whole, int... parts) {
        int[] row = new int[parts.length + 1];
        row[0] = sign * (whole + 1);
        for (int i = 0; i < parts.length; i++) {
            row[i + 1] = -sign * (parts[i] + 1);
        }
        atMostZero.add(row);
    }

    private boolean sweep() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int[] row : atMostZero) {
                long least = 0;
                for (int term : row) {
                    least += term > 0 ? low[term - 1] : -high[-term - 1];
                }
                if (least > 0) {
                    return false;
                }
                for (int term : row) {
                    int id = Math.abs(term) - 1;
                    if (high[id] - low[id] > -least) {
                        moved = true;
                        if (term > 0) {
                            high[id] = low[id] - least;
                        } else {
                            low[id] = high[id] + least;
                        }
                    }
                }
            }
        }
        return true;
    }

    private int known(Count count) {
        return Objects.requireNonNull(ids.get(count), count::toString);
    }

    private int id(String subject, Cell cell, int i, int j) {
        return ids.computeIfAbsent(new Count(subject, cell, RandomOutreach.span(i, j)), count -> {
            int id = ids.size();
            if (id == low.length) {
                low = Arrays.copyOf(low, 2 * id);
                high = Arrays.copyOf(high, 2 * id);
            }
            high[id] = FAR;
            return id;
        });
    }

    private static void intervals(Interval each) {
        for (int i = 0; i < QUARTERS; i++) {
            for (int j = i; j < QUARTERS; j++) {
                each.accept(i, j);
            }
        }
    }

    private interface Interval {
        void accept(int first, int last);
    }
}

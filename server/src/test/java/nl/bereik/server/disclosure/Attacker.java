package nl.bereik.server.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads releases about {@link RandomOutreach} and narrows every number of every run of quarters as far as it can. Written
 * apart from the product: it shares neither its model nor its arithmetic. Knows the sums, the rounding, the threshold,
 * that no count is negative, and which suppressed counts are under the threshold.
 */
final class Attacker {

    private static final int QUARTERS = RandomOutreach.QUARTERS;

    private final RandomOutreach world;
    private final Intervals<Count> numbers = new Intervals<>();

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
            intervals((i, j) ->
                    numbers.lessOrEqual(count("people", Cell.TOTAL, i, j), count("contacts", Cell.TOTAL, i, j)));
        }
        shapes.forEach(this::learnSums);
        releases.forEach(release -> learn(release, rules));
    }

    Intervals<Count> numbers() {
        return numbers;
    }

    private void learn(Release release, DisclosureRules rules) {
        for (PublishedTable table : release.tables()) {
            boolean people = table.subject().kind() == Subject.Kind.PEOPLE;
            table.cells().forEach((cell, published) -> {
                Count count = new Count(table.subject().name(), cell, table.span());
                if (published instanceof Published.Value value) {
                    numbers.atLeast(count, Math.max(people ? rules.threshold() : 0, value.rounded() - 2));
                    numbers.atMost(count, value.rounded() + 2);
                } else if (release.underThreshold().contains(count)) {
                    numbers.atMost(count, rules.threshold() - 1L);
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
                    Count whole = count(subject, cell, i, j);
                    Count before = count(subject, cell, i, k);
                    Count after = count(subject, cell, k + 1, j);
                    if (subject.equals("people")) {
                        numbers.notMore(whole, List.of(before, after));
                        numbers.lessOrEqual(before, whole);
                        numbers.lessOrEqual(after, whole);
                    } else {
                        numbers.equal(whole, List.of(before, after));
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
        Count line = count(subject, whole, i, j);
        List<Count> parts = categories(dimension).stream()
                .map(category -> count(subject, whole.with(dimension, category), i, j))
                .toList();
        if (dimension.equals("topic")) {
            parts.forEach(part -> numbers.lessOrEqual(part, line));
        } else if (subject.equals("people") && dimension.equals("channel")) {
            numbers.notMore(line, parts);
            parts.forEach(part -> numbers.lessOrEqual(part, line));
        } else {
            numbers.equal(line, parts);
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

    private static Count count(String subject, Cell cell, int i, int j) {
        return new Count(subject, cell, RandomOutreach.span(i, j));
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

package nl.bereik.server.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.bereik.server.disclosure.Refusal.Reason;
import org.jspecify.annotations.Nullable;

/** A release in the making: its numbers beside those that are public already. */
final class Draft {

    private static final Comparator<ExactTable> ORDER = Comparator.<ExactTable, String>comparing(
                    table -> table.subject().name())
            .thenComparing(ExactTable::span)
            .thenComparing(table -> table.key().dimensions().toString());

    private final DisclosureRules rules;
    private final Map<Count, Long> exact = new LinkedHashMap<>();
    private final Map<Count, Frozen> frozen = new LinkedHashMap<>();
    private final Map<Count, Set<String>> tableNames = new HashMap<>();
    private final Numbers numbers;
    private final Known known;

    Draft(DisclosureRules rules, List<Relation> relations, List<ExactTable> fresh, List<Release> earlier) {
        this.rules = rules;
        Shapes shapes = new Shapes(relations);
        earlier.forEach(release -> release.tables().forEach(table -> {
            shapes.add(table.subject(), table.span(), table.dimensions());
            table.cells().forEach((cell, published) -> {
                Count count = new Count(table.subject().name(), cell, table.span());
                boolean small = release.underThreshold().contains(count);
                frozen.putIfAbsent(count, new Frozen(published, table.rules(), small));
                name(count, table.name());
            });
        }));
        fresh.stream().sorted(ORDER).forEach(table -> {
            shapes.add(table.subject(), table.span(), table.dimensions());
            table.counts().forEach((cell, value) -> {
                Count count = new Count(table.subject().name(), cell, table.span());
                Long before = exact.putIfAbsent(count, value);
                if (before != null && !before.equals(value)) {
                    throw new IllegalArgumentException("Tables disagree on " + count);
                }
                name(count, table.name());
            });
        });
        numbers = new Numbers(shapes, relations);
        known = Known.nothing(numbers.size());
    }

    /** The released counts that the new figures contradict, or tell to be nought by leaving out their category. */
    List<Refusal> changed() {
        List<Refusal> refusals = new ArrayList<>();
        frozen.forEach((count, before) -> {
            if (numbers.find(count) == null && !before.isNought()) {
                refusals.add(refusal(Reason.DISCLOSES, count));
            }
        });
        exact.forEach((count, value) -> {
            Frozen before = frozen.get(count);
            Integer number = numbers.find(count);
            if (number == null ? value > 0 : before != null && !before.fits(value, numbers.subject(number))) {
                refusals.add(refusal(Reason.CHANGED, count));
            }
        });
        return refusals;
    }

    /** Hides what is small, and with secondary suppression what would give it away; empty if that was enough. */
    List<Refusal> suppress(boolean secondary) {
        SortedMap<Integer, Long> fresh = new TreeMap<>();
        frozen.forEach((count, before) -> {
            Integer number = numbers.find(count);
            if (number != null) {
                before.tell(known, number, numbers.subject(number));
            }
        });
        exact.forEach((count, value) -> {
            Integer number = numbers.find(count);
            if (number == null) {
                return;
            }
            known.likely()[number] = value;
            if (!frozen.containsKey(count)) {
                fresh.put(number, value);
                if (isSmall(number, value)) {
                    known.suppress(number, true, rules);
                } else {
                    known.show(number, numbers.subject(number), rules.round(value), rules);
                }
            }
        });
        if (!secondary) {
            return List.of();
        }
        Auditor auditor = new Auditor(numbers, known, rules.threshold());
        Auditor.Verdict verdict = new Suppression(numbers, known, auditor, rules, fresh).run();
        Reason reason = verdict.impossible() ? Reason.DOES_NOT_ADD_UP : Reason.DISCLOSES;
        Set<Integer> named = new TreeSet<>();
        verdict.leaking().forEach(target -> Arrays.stream(target.numbers()).forEach(named::add));
        return named.stream()
                .map(number -> refusal(reason, numbers.count(number)))
                .toList();
    }

    PublishedTable publish(ExactTable table) {
        Map<Cell, Published> cells = new LinkedHashMap<>();
        table.counts().forEach((cell, value) -> {
            Count count = new Count(table.subject().name(), cell, table.span());
            Frozen before = frozen.get(count);
            Integer number = numbers.find(count);
            boolean hidden = number != null && known.isSuppressed(number);
            Published shown = hidden ? new Published.Suppressed() : new Published.Value(rules.round(value));
            cells.put(cell, before == null ? shown : before.published());
        });
        return new PublishedTable(table.name(), table.subject(), table.span(), table.dimensions(), rules, cells, false);
    }

    /** Of the counts that are new here. */
    Set<Count> underThreshold() {
        Set<Count> small = new LinkedHashSet<>();
        exact.forEach((count, value) -> {
            Integer number = numbers.find(count);
            if (number != null && !frozen.containsKey(count) && isSmall(number, value)) {
                small.add(count);
            }
        });
        return small;
    }

    private boolean isSmall(int number, long value) {
        return numbers.subject(number).isProtected() && value < rules.threshold();
    }

    private Refusal refusal(Reason reason, Count count) {
        return new Refusal(reason, count, List.copyOf(tableNames.getOrDefault(count, Set.of())));
    }

    private void name(Count count, String table) {
        tableNames.computeIfAbsent(count, any -> new LinkedHashSet<>()).add(table);
    }

    /**
     * What was released of a count, first of all: tables that showed it again may have other rules.
     *
     * @param small whether it is suppressed for being under the threshold
     */
    private record Frozen(Published published, DisclosureRules rules, boolean small) {

        boolean isNought() {
            return new Published.Value(0).equals(published);
        }

        boolean fits(long value, Subject subject) {
            boolean nowSmall = subject.isProtected() && value < rules.threshold();
            Long rounded = rounded();
            return rounded == null ? nowSmall == small : !nowSmall && rules.round(value) == rounded;
        }

        void tell(Known known, int number, Subject subject) {
            Long rounded = rounded();
            if (rounded == null) {
                known.suppress(number, small, rules);
                known.likely()[number] = small ? rules.threshold() / 2 : rules.threshold();
            } else {
                known.show(number, subject, rounded, rules);
                known.likely()[number] = rounded;
            }
        }

        private @Nullable Long rounded() {
            return published instanceof Published.Value value ? value.rounded() : null;
        }
    }
}

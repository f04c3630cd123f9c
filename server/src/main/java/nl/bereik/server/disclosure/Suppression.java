package nl.bereik.server.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Suppresses further cells of a new release until nothing is given away: near the leak first, small values before
 * great ones. Then shows again what turned out not to be needed, great values first.
 */
final class Suppression {

    private final Numbers numbers;
    private final Known known;
    private final Auditor auditor;
    private final DisclosureRules rules;
    private final SortedMap<Integer, Long> fresh;
    private final List<Integer> added = new ArrayList<>();

    /**
     * @param known what is public, and of the new release what would be with the threshold alone; changed here
     * @param fresh the exact values of the new release's own numbers
     */
    Suppression(Numbers numbers, Known known, Auditor auditor, DisclosureRules rules, SortedMap<Integer, Long> fresh) {
        this.numbers = numbers;
        this.known = known;
        this.auditor = auditor;
        this.rules = rules;
        this.fresh = new TreeMap<>(fresh);
    }

    /** What is given away even so, or that nothing is. */
    Auditor.Verdict run() {
        Auditor.Verdict verdict = auditor.audit();
        while (!verdict.isSafe()) {
            OptionalInt next = verdict.impossible() ? OptionalInt.empty() : firstHelp(verdict.leaking());
            if (next.isEmpty()) {
                return verdict;
            }
            known.suppress(next.getAsInt(), false, rules);
            added.add(next.getAsInt());
            verdict = auditor.audit();
        }
        showAgain();
        return verdict;
    }

    private OptionalInt firstHelp(List<Target> leaking) {
        return leaking.stream()
                .map(this::nearest)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /** The number of least value among the nearest that can still be suppressed. */
    private OptionalInt nearest(Target leak) {
        BitSet reached = new BitSet();
        Arrays.stream(leak.numbers()).forEach(reached::set);
        BitSet seenRows = new BitSet();
        while (true) {
            BitSet next = (BitSet) reached.clone();
            List<Row> rows = numbers.rows();
            for (int i = 0; i < rows.size(); i++) {
                if (!seenRows.get(i) && Arrays.stream(rows.get(i).numbers()).anyMatch(reached::get)) {
                    seenRows.set(i);
                    Arrays.stream(rows.get(i).numbers()).forEach(next::set);
                }
            }
            OptionalInt cheapest = next.stream()
                    .filter(this::canBeSuppressed)
                    .boxed()
                    .min(Comparator.<Integer>comparingLong(this::exact).thenComparing(number -> number))
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
            if (cheapest.isPresent() || next.equals(reached)) {
                return cheapest;
            }
            reached = next;
        }
    }

    private boolean canBeSuppressed(int number) {
        return fresh.containsKey(number) && known.isShown(number);
    }

    private long exact(int number) {
        return fresh.getOrDefault(number, 0L);
    }

    private void showAgain() {
        added.sort(Comparator.<Integer>comparingLong(this::exact).reversed().thenComparing(number -> number));
        for (int number : added) {
            known.show(number, numbers.subject(number), rules.round(exact(number)), rules);
            if (!auditor.isSafe()) {
                known.suppress(number, false, rules);
            }
        }
    }
}

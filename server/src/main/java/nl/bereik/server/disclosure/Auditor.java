package nl.bereik.server.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays the reader who wants to know, against everything public. It first narrows intervals, which finds most of what
 * is given away; what that leaves open it proves open, by figures that differ by enough and both fit. What it cannot
 * prove open counts as given away, so that it errs to the safe side only. Remembers figures found; not thread-safe.
 */
final class Auditor {

    private static final int WIDTH = DisclosureRules.OPEN_VALUES - 1;

    private static final Row ANYTHING = Row.sum(new int[0], 0, 0);
    private static final int VARIATIONS = 8;
    private static final int MIXER = 0x9E3779B1;
    private static final int SHIFT = 16;

    private final Numbers numbers;
    private final Known known;
    private final int threshold;
    private final List<long[]> found = new ArrayList<>();
    private final List<long[]> witnesses = new ArrayList<>();

    Auditor(Numbers numbers, Known known, int threshold) {
        this.numbers = numbers;
        this.known = known;
        this.threshold = threshold;
    }

    /** The verdict on what is known now. */
    Verdict audit() {
        return audit(Integer.MAX_VALUE);
    }

    /** Whether nothing is given away; sooner known than the whole verdict. */
    boolean isSafe() {
        return audit(1).isSafe();
    }

    private Verdict audit(int enough) {
        Bounds bounds = new Bounds(numbers.rows(), known.low(), known.high());
        if (!bounds.narrowAll()) {
            Row broken = bounds.broken();
            int[] whole = broken == null ? new int[0] : new int[] {broken.numbers()[0]};
            return new Verdict(true, List.of(new Target(whole, 0, 0)));
        }
        List<Target> targets = Target.all(numbers, known, bounds, threshold);
        List<Target> leaking = targets.stream()
                .filter(target -> target.high() - target.low() < WIDTH)
                .toList();
        if (!leaking.isEmpty()) {
            return new Verdict(false, leaking);
        }
        return prove(targets, bounds, enough);
    }

    private Verdict prove(List<Target> targets, Bounds bounds, int enough) {
        witnesses.clear();
        found.stream().filter(known::allows).forEach(witnesses::add);
        long[] start = witnesses.isEmpty() ? null : witnesses.get(0);
        if (start == null) {
            start = new WitnessSearch(numbers.rows(), bounds, known.likely()).find(ANYTHING);
            if (start == null) {
                return new Verdict(false, targets);
            }
            add(start);
            vary(start, bounds);
        }
        WitnessSearch search = new WitnessSearch(numbers.rows(), bounds, start);
        List<Target> unproven = new ArrayList<>();
        for (Target target : targets) {
            if (unproven.size() < enough && !isOpen(target, search)) {
                unproven.add(target);
            }
        }
        return new Verdict(false, unproven);
    }

    private boolean isOpen(Target target, WitnessSearch search) {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (long[] witness : witnesses) {
            least = Math.min(least, target.sum(witness));
            greatest = Math.max(greatest, target.sum(witness));
        }
        long[][] wishes = {{least + WIDTH, Row.UNBOUNDED}, {0, greatest - WIDTH}};
        for (long[] wish : wishes) {
            if (greatest - least < WIDTH && look(target, wish[0], wish[1], search) != null) {
                return true;
            }
        }
        boolean up = true;
        while (greatest - least < WIDTH) {
            long[] further =
                    up ? look(target, greatest + 1, Row.UNBOUNDED, search) : look(target, 0, least - 1, search);
            if (further == null && !up) {
                return false;
            }
            up = up && further != null;
            if (further != null) {
                least = Math.min(least, target.sum(further));
                greatest = Math.max(greatest, target.sum(further));
            }
        }
        return true;
    }

    private long @Nullable [] look(Target target, long atLeast, long atMost, WitnessSearch search) {
        long[] witness = atMost < atLeast ? null : search.find(Row.sum(target.numbers(), atLeast, atMost));
        if (witness != null) {
            add(witness);
        }
        return witness;
    }

    /** Witnesses that are far from the first in many numbers at once spare a search for each. */
    private void vary(long[] first, Bounds bounds) {
        for (int variation = 0; variation < VARIATIONS; variation++) {
            long[] wished = new long[first.length];
            for (int i = 0; i < wished.length; i++) {
                boolean up = (i * MIXER >>> (SHIFT + variation) & 1) == 1;
                wished[i] = first[i] + (up ? WIDTH : -WIDTH);
            }
            long[] varied = new WitnessSearch(numbers.rows(), bounds, wished).find(ANYTHING);
            if (varied != null) {
                add(varied);
            }
        }
    }

    private void add(long[] witness) {
        witnesses.add(witness);
        found.add(witness);
    }

    /**
     * @param impossible whether no figures at all can be behind what is known
     * @param leaking what is given away, in the order of the numbers; if impossible, where it shows
     */
    record Verdict(boolean impossible, List<Target> leaking) {

        boolean isSafe() {
            return !impossible && leaking.isEmpty();
        }
    }
}

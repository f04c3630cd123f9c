package nl.bereik.server.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for figures that could be behind everything public: whole numbers that fit every row and bound. One that is
 * found is proof that no reader can rule it out, however clever; none found within the budget proves nothing.
 */
final class WitnessSearch {

    private static final int MOST_FAILURES = 60;
    private static final int TRIES = 4;

    private final Bounds bounds;
    private final List<Row> rows;
    private final long[] start;
    private final long[] preferred;
    private final int[] chosen;
    private final int[] tried;
    private final int[] marks;

    /**
     * @param start what numbers are set to as far as nothing speaks against it
     */
    WitnessSearch(List<Row> rows, Bounds bounds, long[] start) {
        this.rows = rows;
        this.bounds = bounds;
        this.start = start;
        preferred = new long[bounds.size()];
        chosen = new int[bounds.size()];
        tried = new int[bounds.size()];
        marks = new int[bounds.size()];
    }

    /** Figures for which this row holds too, or null if none were found. The bounds are left as they were. */
    long @Nullable [] find(Row wanted) {
        int mark = bounds.mark();
        long[] found = null;
        if (bounds.suppose(wanted)) {
            int supposed = bounds.mark();
            System.arraycopy(start, 0, preferred, 0, start.length);
            boolean fixed = fixAll();
            if (!fixed) {
                bounds.back(supposed);
                Settling.settle(rows, wanted, bounds, preferred);
                fixed = fixAll();
            }
            found = fixed ? bounds.lows() : null;
        }
        bounds.forget();
        bounds.back(mark);
        return found != null && wanted.holds(found) && bounds.allHold(found) ? found : null;
    }

    private boolean fixAll() {
        int depth = 0;
        int failures = 0;
        int next = 0;
        while (true) {
            while (next < bounds.size() && bounds.low(next) == bounds.high(next)) {
                next++;
            }
            if (next == bounds.size()) {
                return true;
            }
            chosen[depth] = next;
            tried[depth] = 0;
            marks[depth] = bounds.mark();
            depth++;
            while (!tryTop(depth - 1)) {
                failures++;
                while (tried[depth - 1] == TRIES) {
                    depth--;
                    if (depth == 0) {
                        return false;
                    }
                    bounds.back(marks[depth - 1]);
                }
                if (failures > MOST_FAILURES) {
                    return false;
                }
            }
            next = chosen[depth - 1] + 1;
        }
    }

    private boolean tryTop(int top) {
        int number = chosen[top];
        long value = candidate(number, tried[top]++);
        if (bounds.narrow(number, value, value)) {
            return true;
        }
        bounds.back(marks[top]);
        return false;
    }

    private long candidate(int number, int attempt) {
        long low = bounds.low(number);
        long high = bounds.high(number);
        return switch (attempt) {
            case 0 -> Math.max(low, Math.min(high, preferred[number]));
            case 1 -> low;
            case 2 -> high;
            default -> (low + high) / 2;
        };
    }
}

package nl.bereik.server.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sum of numbers that readers must not come to know: mostly of one.
 *
 * @param low the least it can be, by what was narrowed so far
 * @param high the greatest
 */
record Target(int[] numbers, long low, long high) {

    /**
     * What is to be protected: every suppressed number; every number of people that is not shown, and the sum of all
     * that is not shown in a line of which the total is shown, where it may be under the threshold.
     */
    static List<Target> all(Numbers numbers, Known known, Bounds bounds, int threshold) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            if (known.isSuppressed(i) || isHidden(i, numbers, known) && bounds.low(i) < threshold) {
                targets.add(new Target(new int[] {i}, bounds.low(i), bounds.high(i)));
            }
        }
        for (Row row : numbers.rows()) {
            if (row.isEquality() && known.isShown(row.numbers()[0])) {
                Target rest = rest(row, numbers, known, bounds);
                if (rest.numbers.length > 1 && rest.low < threshold) {
                    targets.add(rest);
                }
            }
        }
        return targets;
    }

    long sum(long[] values) {
        long sum = 0;
        for (int i : numbers) {
            sum += values[i];
        }
        return sum;
    }

    private static Target rest(Row row, Numbers numbers, Known known, Bounds bounds) {
        int[] hidden = Arrays.stream(row.numbers())
                .skip(1)
                .filter(i -> isHidden(i, numbers, known))
                .toArray();
        long least = Arrays.stream(hidden).mapToLong(bounds::low).sum();
        long greatest = Arrays.stream(hidden).mapToLong(bounds::high).sum();
        long leastLeft = bounds.low(row.numbers()[0]);
        long greatestLeft = bounds.high(row.numbers()[0]);
        for (int i = 1; i < row.numbers().length; i++) {
            int part = row.numbers()[i];
            if (!isHidden(part, numbers, known)) {
                leastLeft -= bounds.high(part);
                greatestLeft -= bounds.low(part);
            }
        }
        return new Target(hidden, Math.max(least, leastLeft), Math.min(greatest, greatestLeft));
    }

    private static boolean isHidden(int number, Numbers numbers, Known known) {
        return !known.isShown(number) && numbers.subject(number).isProtected();
    }
}

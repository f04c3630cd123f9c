package nl.bereik.server.disclosure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For every number the interval it must lie in, narrowed by the rows until nothing moves. What was narrowed can be
 * taken back. Not thread-safe.
 */
final class Bounds {

    /** Narrowing may go on for long in tiny steps; to stop early only leaves intervals wider. */
    private static final int ROUNDS = 40;

    private final Row[] rows;
    private final int[][] rowsOf;
    private final long[] low;
    private final long[] high;
    private final boolean[] queued;
    private final int[] queue;
    private int next;
    private int waiting;
    private long[] trail = new long[256];
    private int trailed;
    private @Nullable Row broken;
    private @Nullable Row supposed;

    Bounds(List<Row> rows, long[] low, long[] high) {
        this.rows = rows.toArray(Row[]::new);
        this.low = low.clone();
        this.high = high.clone();
        queued = new boolean[this.rows.length];
        queue = new int[Math.max(1, this.rows.length)];
        int[] degree = new int[low.length];
        for (Row row : rows) {
            for (int number : row.numbers()) {
                degree[number]++;
            }
        }
        rowsOf = new int[low.length][];
        Arrays.setAll(rowsOf, number -> new int[degree[number]]);
        for (int row = 0; row < this.rows.length; row++) {
            for (int number : this.rows[row].numbers()) {
                rowsOf[number][--degree[number]] = row;
            }
        }
    }

    long low(int number) {
        return low[number];
    }

    long high(int number) {
        return high[number];
    }

    int size() {
        return low.length;
    }

    long[] lows() {
        return low.clone();
    }

    /** A place to go {@link #back} to. */
    int mark() {
        return trailed;
    }

    void back(int mark) {
        while (trailed > mark) {
            trailed -= 3;
            low[(int) trail[trailed]] = trail[trailed + 1];
            high[(int) trail[trailed]] = trail[trailed + 2];
        }
    }

    /** False if nothing can be behind what is known. */
    boolean narrowAll() {
        for (int row = 0; row < rows.length; row++) {
            enqueue(row);
        }
        return drain();
    }

    /** The row that could not be met when something last turned out impossible, if it is one of all. */
    @Nullable Row broken() {
        return broken;
    }

    /** False if nothing can be behind what is known when this number lies in the interval. */
    boolean narrow(int number, long atLeast, long atMost) {
        return limit(number, atLeast, atMost) && drain();
    }

    /** From now until {@link #forget} this row holds too. False if nothing can be behind that. */
    boolean suppose(Row row) {
        supposed = row;
        return drain();
    }

    void forget() {
        supposed = null;
    }

    boolean allHold(long[] values) {
        for (Row row : rows) {
            if (!row.holds(values)) {
                return false;
            }
        }
        return true;
    }

    private boolean drain() {
        long visits = (long) ROUNDS * (rows.length + 10);
        boolean possible = true;
        boolean moved = true;
        while (moved) {
            while (waiting > 0) {
                int row = queue[next];
                next = (next + 1) % queue.length;
                waiting--;
                queued[row] = false;
                if (possible && visits-- > 0) {
                    possible = apply(rows[row]);
                    broken = possible ? null : rows[row];
                }
            }
            possible = possible && (supposed == null || apply(supposed));
            moved = waiting > 0 && visits > 0;
        }
        return possible;
    }

    private boolean apply(Row row) {
        long least = 0;
        long greatest = 0;
        int[] numbers = row.numbers();
        int[] signs = row.signs();
        for (int i = 0; i < numbers.length; i++) {
            long a = low[numbers[i]];
            long b = high[numbers[i]];
            least += signs[i] > 0 ? a : -b;
            greatest += signs[i] > 0 ? b : -a;
        }
        if (least > row.high() || greatest < row.low()) {
            return false;
        }
        long above = row.high() - least;
        long below = greatest - row.low();
        for (int i = 0; i < numbers.length; i++) {
            int number = numbers[i];
            long a = low[number];
            long b = high[number];
            if (b - a > Math.min(above, below)) {
                boolean plus = signs[i] > 0;
                if (!limit(number, b - (plus ? below : above), a + (plus ? above : below))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean limit(int number, long atLeast, long atMost) {
        long a = Math.max(low[number], atLeast);
        long b = Math.min(high[number], atMost);
        if (a > b) {
            return false;
        }
        if (a != low[number] || b != high[number]) {
            if (trailed + 3 > trail.length) {
                trail = Arrays.copyOf(trail, 2 * trail.length);
            }
            trail[trailed] = number;
            trail[trailed + 1] = low[number];
            trail[trailed + 2] = high[number];
            trailed += 3;
            low[number] = a;
            high[number] = b;
            for (int row : rowsOf[number]) {
                enqueue(row);
            }
        }
        return true;
    }

    private void enqueue(int row) {
        if (!queued[row]) {
            queued[row] = true;
            queue[(next + waiting++) % queue.length] = row;
        }
    }
}

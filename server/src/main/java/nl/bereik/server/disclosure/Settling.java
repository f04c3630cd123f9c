package nl.bereik.server.disclosure;

import java.util.List;

/**
 * Moves figures to where all rows nearly hold, in fractions: every row in turn spreads what it misses evenly over its
 * numbers, within their bounds. What comes out, rounded, is a start that a search can get right.
 */
final class Settling {

    private static final int SWEEPS = 60;
    private static final double CLOSE = 0.05;

    private Settling() {}

    /** Changes the values. */
    static void settle(List<Row> rows, Row wanted, Bounds bounds, long[] values) {
        double[] point = new double[values.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.max(bounds.low(i), Math.min(bounds.high(i), values[i]));
        }
        double moved = 1;
        for (int sweep = 0; sweep < SWEEPS && moved > CLOSE; sweep++) {
            moved = spread(wanted, bounds, point);
            for (Row row : rows) {
                moved = Math.max(moved, spread(row, bounds, point));
            }
        }
        for (int i = 0; i < point.length; i++) {
            values[i] = Math.round(point[i]);
        }
    }

    private static double spread(Row row, Bounds bounds, double[] point) {
        double sum = 0;
        for (int i = 0; i < row.numbers().length; i++) {
            sum += row.signs()[i] * point[row.numbers()[i]];
        }
        double missing = sum < row.low() ? row.low() - sum : sum > row.high() ? row.high() - sum : 0;
        if (missing == 0) {
            return 0;
        }
        double share = missing / row.numbers().length;
        for (int i = 0; i < row.numbers().length; i++) {
            int number = row.numbers()[i];
            double next = point[number] + row.signs()[i] * share;
            point[number] = Math.max(bounds.low(number), Math.min(bounds.high(number), next));
        }
        return Math.abs(missing);
    }
}

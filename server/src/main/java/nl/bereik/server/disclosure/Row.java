package nl.bereik.server.disclosure;

import java.util.Arrays;

/**
 * One thing known about several numbers: their signed sum lies between two bounds.
 *
 * @param numbers indexes
 * @param signs 1 or -1 per number
 */
record Row(int[] numbers, int[] signs, long low, long high) {

    static final long UNBOUNDED = 1L << 50;

    /** The parts add up to the whole. */
    static Row equal(int whole, int[] parts) {
        return difference(whole, parts, 0, 0);
    }

    /** The whole does not exceed the sum of the parts. */
    static Row atMost(int whole, int[] parts) {
        return difference(whole, parts, -UNBOUNDED, 0);
    }

    /** The part does not exceed the whole. */
    static Row contains(int whole, int part) {
        return difference(whole, new int[] {part}, 0, UNBOUNDED);
    }

    /** The sum of these lies between the bounds. */
    static Row sum(int[] numbers, long low, long high) {
        int[] signs = new int[numbers.length];
        Arrays.fill(signs, 1);
        return new Row(numbers, signs, low, high);
    }

    boolean isEquality() {
        return low == 0 && high == 0;
    }

    boolean holds(long[] values) {
        long sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += signs[i] * values[numbers[i]];
        }
        return low <= sum && sum <= high;
    }

    private static Row difference(int whole, int[] parts, long low, long high) {
        int[] numbers = new int[parts.length + 1];
        int[] signs = new int[parts.length + 1];
        numbers[0] = whole;
        signs[0] = 1;
        for (int i = 0; i < parts.length; i++) {
            numbers[i + 1] = parts[i];
            signs[i + 1] = -1;
        }
        return new Row(numbers, signs, low, high);
    }
}

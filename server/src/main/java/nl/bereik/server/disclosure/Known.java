package nl.bereik.server.disclosure;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What readers see of every number: a value, that it is suppressed, or nothing.
 *
 * @param low of each number
 * @param high of each number
 * @param suppressed those with a mark, released earlier or now
 * @param shown those with a value
 * @param likely a guess for each, to start a search from
 */
record Known(long[] low, long[] high, BitSet suppressed, BitSet shown, long[] likely) {

    /** Beyond any figure of this work; a reader's bound need not be finite. */
    static final long ENDLESS = 1L << 40;

    static Known nothing(int size) {
        long[] high = new long[size];
        Arrays.fill(high, ENDLESS);
        return new Known(new long[size], high, new BitSet(), new BitSet(), new long[size]);
    }

    void show(int number, Subject subject, long rounded, DisclosureRules rules) {
        shown.set(number);
        suppressed.clear(number);
        low[number] = rules.leastShownAs(rounded, subject);
        high[number] = rules.greatestShownAs(rounded);
    }

    void suppress(int number, boolean underThreshold, DisclosureRules rules) {
        suppressed.set(number);
        shown.clear(number);
        low[number] = 0;
        high[number] = underThreshold ? rules.threshold() - 1L : ENDLESS;
    }

    boolean isSuppressed(int number) {
        return suppressed.get(number);
    }

    boolean isShown(int number) {
        return shown.get(number);
    }

    boolean allows(long[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] < low[i] || values[i] > high[i]) {
                return false;
            }
        }
        return true;
    }
}

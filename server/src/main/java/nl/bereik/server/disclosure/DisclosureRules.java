package nl.bereik.server.disclosure;

/**
 * How coarse published figures are.
 *
 * @param threshold counts of people below it are suppressed, zero too
 * @param roundTo what is shown is a multiple of it, the nearest one, halves upward
 */
public record DisclosureRules(int threshold, int roundTo) {

    /** How many values a suppressed count must leave open at least. */
    public static final int OPEN_VALUES = 5;

    /** Threshold 10, rounded to 5. */
    public static final DisclosureRules DEFAULT = new DisclosureRules(10, 5);

    /** Throws IllegalArgumentException for a threshold or a rounding under {@value #OPEN_VALUES}. */
    public DisclosureRules {
        if (threshold < OPEN_VALUES || roundTo < OPEN_VALUES) {
            throw new IllegalArgumentException("Threshold and rounding are at least " + OPEN_VALUES);
        }
    }

    long round(long exact) {
        return Math.floorDiv(exact + roundTo / 2, roundTo) * roundTo;
    }

    /** The least count that is shown as this value. */
    long leastShownAs(long shown, Subject subject) {
        return Math.max(shown - roundTo / 2, subject.isProtected() ? threshold : 0);
    }

    /** The greatest count that is shown as this value. */
    long greatestShownAs(long shown) {
        return shown - roundTo / 2 + roundTo - 1;
    }
}

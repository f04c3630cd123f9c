package nl.bereik.mobile.journal;

/**
 * The digits that open the phone: {@value #MIN_DIGITS} to {@value #MAX_DIGITS} of them.
 */
public record Pin(String digits) {
    public static final int MIN_DIGITS = 4;
    public static final int MAX_DIGITS = 12;

    /** @throws IllegalArgumentException when these are not that many digits */
    public Pin {
        if (!digits.matches("[0-9]{" + MIN_DIGITS + "," + MAX_DIGITS + "}")) {
            throw new IllegalArgumentException("a PIN has " + MIN_DIGITS + " to " + MAX_DIGITS + " digits");
        }
    }

    /** Hides the digits from logs. */
    @Override
    public String toString() {
        return "Pin";
    }
}

package nl.bereik.mobile.lock;

import java.util.stream.IntStream;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.protocol.reference.ReferenceData.PhoneSettings;

/**
 * What a PIN must be to be chosen; one that was chosen before opens the phone all the same.
 *
 * @param minDigits how many digits it has at least
 */
public record PinRule(int minDigits) {
    /** Before a phone has heard of its organisation. */
    public static final PinRule USUAL = new PinRule(PhoneSettings.USUAL_MIN_PIN_DIGITS);

    private static final int LONGEST_BLOCK = 3;

    public boolean allows(Pin pin) {
        return pin.digits().length() >= minDigits && !isTooEasy(pin);
    }

    /** Whether it is among the first that anybody tries: even steps, as 111111 and 987654, or 121212 and 123123. */
    boolean isTooEasy(Pin pin) {
        String digits = pin.digits();
        long steps = IntStream.range(1, digits.length())
                .map(i -> Math.floorMod(digits.charAt(i) - digits.charAt(i - 1), 10))
                .distinct()
                .count();
        return steps == 1
                || IntStream.rangeClosed(2, LONGEST_BLOCK).anyMatch(block -> IntStream.range(block, digits.length())
                        .allMatch(i -> digits.charAt(i) == digits.charAt(i - block)));
    }
}

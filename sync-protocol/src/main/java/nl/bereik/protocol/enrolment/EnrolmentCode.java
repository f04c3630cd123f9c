package nl.bereik.protocol.enrolment;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A one-time code that enrols one phone: ten characters of Crockford's base 32 (50 bits), shown as
 * {@code XXXXX-XXXXX}. Read aloud or typed, O is taken for 0 and I or L for 1; case, spaces and dashes do not matter.
 *
 * @param text ten characters, without the dash
 */
public record EnrolmentCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final int GROUP = 5;

    /** @throws IllegalArgumentException when the text is not ten characters of the alphabet */
    public EnrolmentCode {
        if (text.length() != LENGTH || text.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw new IllegalArgumentException("not an enrolment code");
        }
    }

    public static EnrolmentCode random(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new EnrolmentCode(text.toString());
    }

    /**
     * Reads what somebody typed.
     *
     * @throws IllegalArgumentException when that cannot be a code
     */
    public static EnrolmentCode parse(String typed) {
        return new EnrolmentCode(typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    /** {@code XXXXX-XXXXX}, as shown to people. */
    public String display() {
        return text.substring(0, GROUP) + "-" + text.substring(GROUP);
    }

    /** Hides the code from logs. */
    @Override
    public String toString() {
        return "EnrolmentCode";
    }
}

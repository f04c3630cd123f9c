package nl.bereik.protocol.reference;

import java.util.regex.Pattern;
import nl.bereik.protocol.json.JsonObject;

/**
 * One that takes needs in.
 *
 * @param code by which needs and case managers refer to it
 * @param name as people know it, the same in every language
 */
public record Organisation(String code, String name) {
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    /** @throws IllegalArgumentException when the code is none */
    public Organisation {
        if (!isCode(code)) {
            throw new IllegalArgumentException("an organisation's code is 1 to 64 letters, digits, dots, dashes and "
                    + "underscores, beginning with a letter or digit: " + code);
        }
    }

    /** Whether an organisation can have this code; not whether one has. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    static Organisation read(JsonObject json) {
        return new Organisation(json.text("code"), json.text("name"));
    }
}

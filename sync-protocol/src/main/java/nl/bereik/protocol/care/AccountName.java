package nl.bereik.protocol.care;

import java.util.regex.Pattern;

/**
 * What the name of an account can look like, of whatever origin: a word, without spaces. That a name fits says nothing
 * of whether there is such an account.
 */
public final class AccountName {
    /**
     * How many characters the longest has: the name of somebody who signs in at the organisation, with a prefix of 5 and
     * the 255 bytes that the longest subject of OpenID Connect has, in base64.
     */
    public static final int LONGEST = 345;

    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@|:=+~-]*");

    private AccountName() {}

    /** Whether an account can be called so. */
    public static boolean fits(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }
}

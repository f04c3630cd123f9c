package nl.bereik.mobile.privacy;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What tells numbers that identify somebody from ordinary ones. */
final class Numbers {
    /**
     * Dutch plates: three groups of letters and digits with dashes, in one piece when in capitals, or anything after
     * the word.
     */
    static final Pattern LICENCE_PLATE = licencePlate();

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int CITIZEN_DIGITS = 9;
    private static final int ELEVEN = 11;
    private static final int POSTCODE_DIGITS = 4;

    /** Words and units that follow a year or an amount in four digits. */
    private static final Set<String> ORDINARY_AFTER_NUMBER = Set.of(
            "op", "om", "en", "in", "is", "of", "er", "ze", "we", "ik", "je", "nu", "al", "de", "te", "zo", "na", "ca",
            "hm", "ja", "on", "at", "by", "to", "or", "an", "if", "it", "he", "my", "no", "as", "so", "eu", "km", "cm",
            "mm", "kg", "mg", "gr", "ml", "dl", "cl", "cc", "st", "pp", "pm", "am", "ad", "kc", "le", "lv");

    private Numbers() {}

    private static Pattern licencePlate() {
        String[] shapes = {
            "A99AA9",
            "AA-99-99",
            "99-99-AA",
            "99-AA-99",
            "AA-99-AA",
            "AA-AA-99",
            "99-AA-AA",
            "99-AAA-9",
            "9-AAA-99",
            "AA-999-A",
            "A-999-AA",
            "AAA-99-A",
            "A-99-AAA",
            "9-AA-999",
            "999-AA-9"
        };
        StringBuilder all = new StringBuilder("(?<![\\p{L}\\d-])(?:");
        for (String shape : shapes) {
            if (shape.contains("-")) {
                all.append(shape.replace("A", "[A-Za-z]").replace("9", "\\d")).append('|');
                all.append(shape.replace("-", "").replace("A", "[A-Z]").replace("9", "\\d"))
                        .append('|');
            }
        }
        all.append(
                "(?i:kenteken|licen[cs]e plate) ?:? ?(?=[A-Za-z -]{0,8}\\d)[A-Za-z\\d]{1,4}(?:[ -]?[A-Za-z\\d]{1,4}){1,3}");
        return Pattern.compile(all.append(")(?![\\p{L}\\d-])").toString());
    }

    /** Whether the check digits of an IBAN hold. */
    static boolean isBankAccount(String text) {
        String compact = text.replace(" ", "").toUpperCase(Locale.ROOT);
        StringBuilder digits = new StringBuilder();
        String turned = compact.substring(4) + compact.substring(0, 4);
        turned.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }

    /** The eleven-proof of a burgerservicenummer. */
    static boolean isCitizenNumber(String text) {
        String digits = text.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < CITIZEN_DIGITS; i++) {
            int weight = i == CITIZEN_DIGITS - 1 ? -1 : CITIZEN_DIGITS - i;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum % ELEVEN == 0 && !digits.equals("000000000");
    }

    /**
     * Whether what follows the four digits is no ordinary word or unit. Letters in capitals always are of a postcode.
     */
    static boolean isPostcode(String text) {
        String letters = text.substring(POSTCODE_DIGITS).strip().substring(0, 2);
        return letters.equals(letters.toUpperCase(Locale.ROOT))
                ? !letters.equals("EU")
                : !ORDINARY_AFTER_NUMBER.contains(letters.toLowerCase(Locale.ROOT));
    }

    /** Whether a word that ends as a street does is none. */
    static boolean isOnTheWay(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return word.startsWith("onderweg ") || word.startsWith("snelweg ") || word.startsWith("rondweg ");
    }
}

package nl.bereik.mobile.privacy;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dates so long ago that somebody may have been born then, or that are said to be of a birth. */
final class BirthDates {
    /** Nobody of fewer years is met; a date of the last years is an appointment or an event. */
    private static final int YEARS_AGO = 10;

    private static final int OLDEST = 110;
    private static final int CENTURY = 100;
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String MONTH_NAME =
            "(?:jan|feb|m(?:aa)?rt|mar|apr|mei|may|ju[nl]|aug|sept?|o[ck]t|nov|de[cz])\\p{L}*\\.?";
    private static final String BORN =
            "(?:(?<!\\p{L})(?:geb(?:oren)?|geboortedatum|born|birthday|dob|date of birth)\\.?:? ?(?:op |on )?)?";

    private static final Pattern DATE = Pattern.compile("(?i)(?<![\\d.,-])(?<born>" + BORN + ")(?:"
            + DAY + " ?(?<separator>[-/.]) ?" + MONTH + " ?\\k<separator> ?(?<year>(?:19|20)\\d{2}|\\d{2})"
            + "|" + DAY + " " + MONTH + " (?<spaced>(?:19|20)\\d{2})"
            + "|" + DAY + "(?:e|st|nd|rd|th)? " + MONTH_NAME
            + "(?: |,|, )'?(?<named>(?:19|20)\\d{2}|(?<=')\\d{2}|\\d{2}(?! ?\\p{L}))"
            + "|(?<first>(?:19|20)\\d{2})-" + MONTH + "-" + DAY
            + ")(?![\\d-]|[.,:]\\d)");

    private BirthDates() {}

    /** Is told where something begins and ends. */
    interface Place {
        void at(int start, int end);
    }

    static void find(String text, LocalDate today, Place place) {
        Matcher matcher = DATE.matcher(text);
        while (matcher.find()) {
            boolean born = !matcher.group("born").isEmpty();
            if (born || isLongAgo(year(matcher), today.getYear())) {
                place.at(matcher.start(), matcher.end());
            }
        }
    }

    private static String year(Matcher matcher) {
        for (String group : new String[] {"year", "spaced", "named"}) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return matcher.group("first");
    }

    /** Two digits are the last year that ends so. */
    private static boolean isLongAgo(String digits, int now) {
        int year = Integer.parseInt(digits);
        if (year < CENTURY) {
            year += now - now % CENTURY;
            year -= year > now ? CENTURY : 0;
        }
        return now - year >= YEARS_AGO && now - year <= OLDEST;
    }
}

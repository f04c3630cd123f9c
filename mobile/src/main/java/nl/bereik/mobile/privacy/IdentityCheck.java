package nl.bereik.mobile.privacy;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in free text what could identify somebody: numbers, addresses, names on the web. It errs on the side of
 * ordinary notes: what it does not find may identify all the same, and a person's name it cannot find at all. Holds
 * nothing.
 */
public final class IdentityCheck {
    private static final String REGION = "NL";
    private static final int TRIES = 200;

    /** Help lines and the like: who is called there is nobody in particular. */
    private static final Set<PhoneNumberType> OF_NOBODY = Set.of(
            PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN);

    /** A number written with anything between its digits, which the library takes for several. */
    private static final Pattern SPREAD_NUMBER =
            Pattern.compile("(?<![\\p{L}\\d])(?:\\+|00|0(?![89]00|88))(?:[ .\\-/()]{0,3}\\d){8,13}(?!\\d)");

    private static final Pattern BANK_ACCOUNT =
            Pattern.compile("(?<![\\p{L}\\d])[A-Za-z]{2}\\d{2}(?: ?[A-Za-z0-9]){11,30}(?![\\p{L}\\d])");
    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\d._%+-]+ ?(?:@|\\(at\\)|\\[at]) ?[\\p{L}\\d-]+"
            + "(?: ?(?:\\.|\\(dot\\)|\\[dot]) ?[\\p{L}\\d-]+)*(?: ?(?:\\.|\\(dot\\)|\\[dot]) ?\\p{L}{2,})");
    private static final Pattern HANDLE = Pattern.compile("(?<![\\p{L}\\d])@[\\p{L}\\d_][\\p{L}\\d_.]+");
    private static final Pattern NAMED_HANDLE = Pattern.compile(
            "(?i)\\b(?:insta|instagram|snap|snapchat|telegram|tiktok|facebook|fb|twitter|wechat)\\s?[:=]\\s?"
                    + "(?=\\p{L}[\\p{L}\\d_.]*[\\d_])\\p{L}[\\p{L}\\d_.]{2,}");
    private static final Pattern PAGE = Pattern.compile(
            "(?i)(?<![\\p{L}\\d@])(?:https?://)?(?:[\\p{L}\\d-]+\\.)+[a-z]{2,}/[^\\s]*[\\p{L}\\d][^\\s]*");

    private static final Pattern POSTCODE = Pattern.compile(
            "(?<![\\p{L}\\d.,-])[1-9]\\d{3}(?:[ ]?(?!S[ADS])[A-Z]{2}|(?!s[ads])[a-z]{2}|[ ]?[A-Za-z]{2}[ ,]{1,2}\\d{1,5})"
                    + "(?![\\p{L}\\d])");
    private static final Pattern STREET =
            Pattern.compile("(?i)(?<!\\p{L})\\p{L}{2,}(?:straat|laan|weg|plein|kade|gracht|singel|dijk|steeg|dreef)"
                    + " (?:nr\\.? ?)?\\d{1,4}[a-z]?(?![\\p{L}\\d])(?! ?(?:\\p{L}|%))");
    private static final Pattern CITIZEN_NUMBER = Pattern.compile("(?<![\\d.,])\\d(?:[ .]?\\d){8}(?![\\d]|[.,]\\d)");

    private static final List<Detector> DETECTORS = List.of(
            new Detector(IdentityKind.BANK_ACCOUNT, BANK_ACCOUNT, Numbers::isBankAccount),
            new Detector(IdentityKind.EMAIL_ADDRESS, EMAIL, any -> true),
            new Detector(IdentityKind.WEB_NAME, PAGE, any -> true),
            new Detector(IdentityKind.WEB_NAME, NAMED_HANDLE, any -> true),
            new Detector(IdentityKind.WEB_NAME, HANDLE, any -> true),
            new Detector(IdentityKind.ADDRESS, POSTCODE, Numbers::isPostcode),
            new Detector(IdentityKind.ADDRESS, STREET, street -> !Numbers.isOnTheWay(street)),
            new Detector(IdentityKind.LICENCE_PLATE, Numbers.LICENCE_PLATE, any -> true),
            new Detector(IdentityKind.CITIZEN_NUMBER, CITIZEN_NUMBER, Numbers::isCitizenNumber));

    private IdentityCheck() {}

    private record Detector(IdentityKind kind, Pattern pattern, Predicate<String> holds) {
        void find(String text, Found found) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                if (holds.test(matcher.group())) {
                    found.add(kind, matcher.start(), matcher.end());
                }
            }
        }
    }

    /** What was found, each piece of the text once. */
    private static final class Found {
        private final List<Finding> findings = new ArrayList<>();

        void add(IdentityKind kind, int start, int end) {
            Finding finding = new Finding(kind, start, end);
            if (findings.stream().noneMatch(finding::overlaps)) {
                findings.add(finding);
            }
        }
    }

    /**
     * Looks through a text.
     *
     * @param today dates long before it are taken for dates of birth
     * @return in the order of the text, none overlapping; empty when nothing was found
     */
    public static List<Finding> find(String text, LocalDate today) {
        String plain = plain(text);
        Found found = new Found();
        DETECTORS.forEach(detector -> detector.find(plain, found));
        BirthDates.find(plain, today, (start, end) -> found.add(IdentityKind.DATE_OF_BIRTH, start, end));
        for (PhoneNumberMatch match : PhoneNumberUtil.getInstance().findNumbers(plain, REGION, Leniency.VALID, TRIES)) {
            if (!OF_NOBODY.contains(PhoneNumberUtil.getInstance().getNumberType(match.number()))) {
                found.add(IdentityKind.PHONE_NUMBER, match.start(), match.end());
            }
        }
        Matcher spread = SPREAD_NUMBER.matcher(plain);
        while (spread.find()) {
            found.add(IdentityKind.PHONE_NUMBER, spread.start(), spread.end());
        }
        return found.findings.stream()
                .sorted(Comparator.comparingInt(Finding::start))
                .toList();
    }

    /** The text with digits of other scripts as ours and what cannot be seen as a space; every place stays. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (Character.getType(c) == Character.FORMAT || Character.isSpaceChar(c)) {
                plain.append(' ');
            } else {
                plain.append(Character.getType(c) == Character.DASH_PUNCTUATION ? '-' : c);
            }
        }
        return plain.toString();
    }
}

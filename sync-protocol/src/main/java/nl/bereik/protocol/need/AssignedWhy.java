package nl.bereik.protocol.need;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the rules gave a need to somebody, or told the coordinator. As a text: the step, then each factor, all separated
 * by semicolons: {@code RULE;domain=HOUSING;area=Tiel;caseload=2/4}. A semicolon, percent sign or break of lines within a
 * value is written as a percent sign and four hexadecimal digits, {@code %003B}.
 *
 * @param factors what was looked at, in order: by a word the code or account, of any characters, and for
 *     {@value #CASELOAD} how many of how many
 */
public record AssignedWhy(Step step, Map<String, String> factors) {
    public static final String DOMAIN = "domain";
    public static final String AREA = "area";
    public static final String LANGUAGE = "language";
    public static final String PARTNER = "partner";
    public static final String PERSON = "person";
    public static final String SIGNAL = "signal";
    public static final String CASELOAD = "caseload";

    private static final Pattern NO_WORD = Pattern.compile("[;=\\v]");
    private static final Pattern TO_ESCAPE = Pattern.compile("[;%\\v]");
    private static final Pattern ESCAPED = Pattern.compile("%([0-9A-F]{4})");

    /** Where in the order of the rules. */
    public enum Step {
        /** A signal goes this way. */
        ROUTE,
        /** The person who was met asked for it. */
        WISHED,
        /** Fits best. */
        RULE,
        /** Nobody accepted in time, and this is the next one. */
        NEXT,
        /** Nobody accepted in time, or nobody could be asked: the coordinators were told. */
        COORDINATOR
    }

    /** @throws IllegalArgumentException when a factor is not named by a word */
    public AssignedWhy {
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
        for (String name : factors.keySet()) {
            if (name.isEmpty() || NO_WORD.matcher(name).find()) {
                throw new IllegalArgumentException("a factor is named by a word");
            }
        }
    }

    public String text() {
        StringBuilder text = new StringBuilder(step.name());
        factors.forEach(
                (name, value) -> text.append(';').append(name).append('=').append(escaped(value)));
        return text.toString();
    }

    /** Empty when the text is none, or of a step that this version does not know. */
    public static Optional<AssignedWhy> parse(String text) {
        String[] parts = text.split(";", -1);
        Map<String, String> factors = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals < 1) {
                return Optional.empty();
            }
            factors.put(parts[i].substring(0, equals), unescaped(parts[i].substring(equals + 1)));
        }
        try {
            return Optional.of(new AssignedWhy(Step.valueOf(parts[0]), factors));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String escaped(String value) {
        return TO_ESCAPE
                .matcher(value)
                .replaceAll(found ->
                        String.format(Locale.ROOT, "%%%04X", (int) found.group().charAt(0)));
    }

    /** What is no escape stays as it is. */
    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }
}

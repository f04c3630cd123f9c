package nl.bereik.server.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password that somebody chooses must be: long, and not easy to guess. Nothing about kinds of signs. How easy is
 * what zxcvbn says, which knows what is tried first in English; a list of our own adds what is in Dutch.
 */
final class PasswordRules {
    static final int SHORTEST = 12;
    static final int LONGEST = 256;
    private static final Set<String> COMMON = common();
    private static final Zxcvbn GUESSER = new Zxcvbn();

    /** Of 4: takes more than a hundred million guesses. */
    private static final int LEAST_SCORE = 3;

    /** How much of a password is judged: the work grows faster than its length. */
    private static final int JUDGED = 64;

    private PasswordRules() {}

    /** Why a password cannot be taken; the name of the text that says so. */
    public enum Problem {
        TOO_SHORT,
        TOO_LONG,
        HOLDS_NAME,
        SAME_AS_BEFORE,
        GUESSABLE
    }

    /** Empty when it may be used; takes a moment. Whether it is the old one is for the caller to find out. */
    static Optional<Problem> problem(String password, String account) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Problem.TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(Problem.TOO_LONG);
        }
        if (lower.contains(account)) {
            return Optional.of(Problem.HOLDS_NAME);
        }
        return isCommon(lower) || isGuessable(password, account) ? Optional.of(Problem.GUESSABLE) : Optional.empty();
    }

    private static boolean isGuessable(String password, String account) {
        List<String> known = new ArrayList<>(COMMON);
        known.add(account);
        known.add("bereik");
        String judged = password.substring(0, Math.min(password.length(), JUDGED));
        return GUESSER.measure(judged, known).getScore() < LEAST_SCORE;
    }

    /** One of the list, also when it is repeated or has digits and signs around it; or very few different signs. */
    private static boolean isCommon(String lower) {
        String letters = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return COMMON.contains(lower)
                || COMMON.contains(letters)
                || COMMON.contains(half(lower))
                || lower.chars().distinct().count() < 5;
    }

    private static String half(String text) {
        String first = text.substring(0, text.length() / 2);
        return text.equals(first + first) ? first : text;
    }

    private static Set<String> common() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

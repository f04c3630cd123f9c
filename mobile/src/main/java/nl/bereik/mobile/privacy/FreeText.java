package nl.bereik.mobile.privacy;

import java.time.LocalDate;
import java.util.List;

/**
 * A free text before it is sealed.
 *
 * @param text as typed
 * @param findings what in it could identify somebody, in its order
 */
public record FreeText(String text, List<Finding> findings) {
    public static final int MAX_CHARACTERS = 500;

    public FreeText {
        findings = List.copyOf(findings);
    }

    /** Reads what was typed. @param today as in {@link IdentityCheck#find} */
    public static FreeText of(String typed, LocalDate today) {
        return new FreeText(typed, IdentityCheck.find(typed, today));
    }

    /** How many characters a reader sees it to have, as far as code points tell. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    public boolean isTooLong() {
        return length(stripped()) > MAX_CHARACTERS;
    }

    /** Whether it may be sealed and sent. */
    public boolean mayBeSaved() {
        return findings.isEmpty() && !isTooLong();
    }

    /** The text without space around it. */
    public String stripped() {
        return text.strip();
    }

    /** Hides the text. */
    @Override
    public String toString() {
        return "FreeText" + findings;
    }
}

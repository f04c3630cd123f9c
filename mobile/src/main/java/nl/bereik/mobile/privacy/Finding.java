package nl.bereik.mobile.privacy;

/**
 * Where a text looks as if it could identify somebody.
 *
 * @param start the first character, as {@link String#charAt} counts
 * @param end the first character after it
 */
public record Finding(IdentityKind kind, int start, int end) {
    /** The piece of the text that is meant. */
    public String in(String text) {
        return text.substring(start, end);
    }

    boolean overlaps(Finding other) {
        return start < other.end && other.start < end;
    }
}

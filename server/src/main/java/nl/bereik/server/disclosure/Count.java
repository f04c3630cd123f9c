package nl.bereik.server.disclosure;

/**
 * The identity of one number. Whatever table shows it, it is the same number, and readers know that.
 *
 * @param subject the name of what is counted
 */
public record Count(String subject, Cell cell, Span span) {

    /** As {@code contacts [gender=WOMAN] 2025-01..2025-06}. */
    @Override
    public String toString() {
        return subject + " [" + cell + "] " + span;
    }
}

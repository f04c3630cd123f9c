package nl.bereik.mobile.backlog;

import nl.bereik.protocol.contact.FieldProblem;

/**
 * Why a line was not imported, or was imported without its note. Holds nothing of the line's content.
 *
 * @param line counted from 1
 * @param field the field meant; {@code ""} when the line as a whole is
 */
public record LineProblem(long line, String field, Reason reason) {

    /** What can be wrong with a line. */
    public enum Reason {
        BROKEN_JSON,
        TOO_LONG,
        /** A trajectory of which no line before says that it started. */
        UNKNOWN_REF,
        /** A field that the format does not have: it could hold an identity, so the line is refused. */
        UNKNOWN_FIELD,
        MISSING_FIELD,
        WRONG_TYPE,
        OUT_OF_RANGE,
        UNKNOWN_CODE,
        REPEATED_CODE,
        DATE_IN_FUTURE,
        DATE_BEFORE_2000,
        NOT_APPLICABLE,
        UNKNOWN_KIND,
        /** The note could identify somebody: the line is imported without it. */
        NOTE_IDENTIFIES,
        /** The note is too long: the line is imported without it. */
        NOTE_TOO_LONG
    }

    static LineProblem of(long line, FieldProblem problem) {
        return new LineProblem(
                line, problem.field(), Reason.valueOf(problem.reason().name()));
    }
}

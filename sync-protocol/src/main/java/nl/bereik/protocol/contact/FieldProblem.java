package nl.bereik.protocol.contact;

/**
 * One thing wrong with one field. Holds no value from the field, so that it may be logged, sent and shown.
 *
 * @param field the field's name on the wire, for example {@code on}; {@code ""} when the item as a whole is meant
 * @param reason what is wrong, stable over versions
 * @param code the reason's name, also when it is one that this version does not know
 */
public record FieldProblem(String field, Reason reason, String code) {

    public FieldProblem(String field, Reason reason) {
        this(field, reason, reason.name());
    }

    /** A problem as told by another version, whose reason may be one that this version does not know. */
    public static FieldProblem told(String field, String code) {
        for (Reason reason : Reason.values()) {
            if (reason.name().equals(code)) {
                return new FieldProblem(field, reason);
            }
        }
        return new FieldProblem(field, Reason.OTHER, code);
    }

    /** What can be wrong with an item or one of its fields. Clients act on these names, never on text. */
    public enum Reason {
        MISSING_FIELD,
        WRONG_TYPE,
        /** A number that nobody would mean. */
        OUT_OF_RANGE,
        /** A code that this version does not know. */
        UNKNOWN_CODE,
        /** A list that names the same code twice. */
        REPEATED_CODE,
        DATE_IN_FUTURE,
        DATE_BEFORE_2000,
        /** A field that does not go with the others, such as a permit outside the zone. */
        NOT_APPLICABLE,
        UNKNOWN_KIND,
        UNKNOWN_SCHEMA,
        /** The id is already taken by an item with other content. */
        SAME_ID_OTHER_CONTENT,
        /** There is no such follow-up need here, or not for the sender. */
        NO_SUCH_NEED,
        /** Somebody else accepted the follow-up need first. */
        ALREADY_TAKEN,
        /** Not by whoever holds the phone. */
        NOT_YOURS,
        /** Not where the follow-up need stands now. */
        NOT_NOW,
        /** There is no such person to take it, or that person cannot. */
        NO_SUCH_PERSON,
        /** A reason of a newer version; {@link FieldProblem#code()} has its name. */
        OTHER
    }
}

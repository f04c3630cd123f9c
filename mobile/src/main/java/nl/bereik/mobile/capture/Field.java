package nl.bereik.mobile.capture;

import java.util.Optional;

/** The fields of the form in the order in which they stand in it. */
public enum Field {
    CHANNEL("channel"),
    PERMIT("permit"),
    ON("on"),
    DAY_PART("dayPart"),
    AREA("area"),
    AUDIENCE("audience"),
    WORK_FORM("workForm"),
    NOTE("note"),
    GENDER("gender"),
    AGE_BAND("ageBand"),
    ENCOUNTER("encounter"),
    TOPICS("topics"),
    SERVICES("services"),
    LANGUAGES("languages"),
    SIGNALS("signals");

    private final String wireName;

    Field(String wireName) {
        this.wireName = wireName;
    }

    /** Its name on the wire and in the reference data. */
    public String wireName() {
        return wireName;
    }

    /** Whether it is one of those that are chosen beforehand, or seldom, and summed up in one line. */
    public boolean summedUp() {
        return switch (this) {
            case ON, DAY_PART, AREA, AUDIENCE, WORK_FORM, NOTE -> true;
            default -> false;
        };
    }

    static Optional<Field> named(String wireName) {
        for (Field field : values()) {
            if (field.wireName.equals(wireName)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}

package nl.bereik.server.disclosure;

/**
 * What is counted. What is counted at one moment, as trajectories running at the end of a period, is given for the
 * quarter that ends then, so that it is the same count in every table that shows it.
 *
 * @param name stable, as {@code contacts}; one name is one subject, in all releases
 * @param kind whether small counts are protected
 * @param overTime how the counts of consecutive periods relate to that of all of them: {@link Parts#EXACT} for events,
 *     {@link Parts#COVERING} for different people
 */
public record Subject(String name, Kind kind, Parts overTime) {

    /** Throws IllegalArgumentException for a blank name and for periods that do not make up the whole. */
    public Subject {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A subject needs a name");
        }
        if (overTime == Parts.WITHIN) {
            throw new IllegalArgumentException("What happens in a period happens in one of its parts: " + name);
        }
    }

    /** Events with people, such as contacts, that each fall in one period. */
    public static Subject events(String name) {
        return new Subject(name, Kind.PEOPLE, Parts.EXACT);
    }

    /** Different people, who may be there in several periods and count once in each. */
    public static Subject people(String name) {
        return new Subject(name, Kind.PEOPLE, Parts.COVERING);
    }

    /** The organisation's own activities. */
    public static Subject activities(String name) {
        return new Subject(name, Kind.ACTIVITIES, Parts.EXACT);
    }

    boolean isProtected() {
        return kind == Kind.PEOPLE;
    }

    /** Who or what stands behind one counted. */
    public enum Kind {
        /** People, or events with people: small counts are suppressed. */
        PEOPLE,
        /** The organisation's own doing: rounded, and suppressed only where it would give people away. */
        ACTIVITIES
    }
}

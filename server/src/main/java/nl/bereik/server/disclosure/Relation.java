package nl.bereik.server.disclosure;

import java.util.List;

/**
 * What everybody knows about counts of different subjects, in every period: that trajectories of people under 18 are
 * among those under 21, or that professionals reached are the sum of three counts.
 *
 * @param kind how the parts relate to the whole
 */
public record Relation(Parts kind, Quantity whole, List<Quantity> parts) {

    /** Throws IllegalArgumentException without parts. */
    public Relation {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A relation needs parts: " + whole);
        }
    }

    /** Each of the second is one of the first. */
    public static Relation includes(Subject whole, Subject part) {
        return new Relation(Parts.WITHIN, new Quantity(whole, Cell.TOTAL), List.of(new Quantity(part, Cell.TOTAL)));
    }

    /** A count in any period. */
    public record Quantity(Subject subject, Cell cell) {}
}

package nl.bereik.server.disclosure;

import java.util.List;

/**
 * One reason why a release is refused.
 *
 * @param count the number at stake: the subject, the period, and the category per dimension
 * @param tables the names of the tables, released or asked for, that have a cell for it, in order; empty if it only
 *     follows from others
 */
public record Refusal(Reason reason, Count count, List<String> tables) {

    public Refusal {
        tables = List.copyOf(tables);
    }

    /** Why. */
    public enum Reason {
        /** With earlier releases it leaves fewer than {@value DisclosureRules#OPEN_VALUES} values for this count. */
        DISCLOSES,
        /** This count was released, and what is given for it now is not what was released. */
        CHANGED,
        /** No figures could be behind all tables: they do not add up to this count, now or with earlier releases. */
        DOES_NOT_ADD_UP
    }
}

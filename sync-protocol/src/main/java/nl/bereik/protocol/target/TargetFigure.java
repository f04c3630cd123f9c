package nl.bereik.protocol.target;

import java.util.Set;
import java.util.function.ToLongFunction;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReachTable;

/** The figures for which a number can be agreed; each only ever adds up in the course of its period. */
public enum TargetFigure {
    CONTACTS(figures -> figures.counts().contacts()),
    /** Contact moments of internet fieldwork, by their channel; whom they reached is not known, so people are not. */
    CONTACTS_INTERNET(TargetFigure::internet),
    /** People whose trajectory, or first of several, started in the period. */
    PEOPLE_IN_TRAJECTORY(ReachFigures::trajectoryPeople),
    PEOPLE_EXITED(ReachFigures::peopleExited),
    /** Who was reached twice counts twice. */
    PROFESSIONALS_REACHED(ReachFigures::professionalsReached),
    REGISTRATIONS(figures -> figures.activities().registrations()),
    CONSULTATIONS(figures -> figures.activities().consultations()),
    PREVENTION_ACTIVITIES(figures -> figures.activities().prevention()),
    /** Follow-up needs raised. */
    NEEDS(figures -> figures.needs().needs());

    private static final Set<String> INTERNET = Set.of(Channel.ONLINE.name());

    private final ToLongFunction<ReachFigures> count;

    TargetFigure(ToLongFunction<ReachFigures> count) {
        this.count = count;
    }

    /** What these figures say of it; exact, 0 or more. Not to be published: small numbers are not hidden. */
    public long count(ReachFigures figures) {
        return count.applyAsLong(figures);
    }

    private static long internet(ReachFigures figures) {
        return figures.counts().table(ReachTable.CHANNEL).entrySet().stream()
                .filter(cell -> INTERNET.contains(cell.getKey()))
                .mapToLong(cell -> cell.getValue())
                .sum();
    }
}

package nl.bereik.protocol.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import org.jspecify.annotations.Nullable;

/** Something the network did beside contact moments. Holds nothing that can identify. */
public sealed interface Activity permits Registration, Consultation, PreventionActivity {
    /** The day, in the team's zone. */
    LocalDate on();

    /** Code of a configured area. */
    String area();

    /** Fields that a newer version added and this one does not know, carried through unread. */
    Map<String, @Nullable Object> more();

    /** The kind of the item that tells it. */
    String kind();

    /**
     * What is wrong with it in the light of the day and the region.
     *
     * @param today the last day that it may lie on, in the team's zone
     * @param areas the codes of the areas known
     * @param programmes the codes of the prevention programmes known
     * @return empty when nothing is wrong
     */
    default List<FieldProblem> problems(LocalDate today, Set<String> areas, Set<String> programmes) {
        if (on().isAfter(today)) {
            return List.of(new FieldProblem("on", Reason.DATE_IN_FUTURE));
        }
        if (!areas.contains(area())) {
            return List.of(new FieldProblem("area", Reason.UNKNOWN_CODE));
        }
        return this instanceof PreventionActivity prevention && !programmes.contains(prevention.programme())
                ? List.of(new FieldProblem("programme", Reason.UNKNOWN_CODE))
                : List.of();
    }
}

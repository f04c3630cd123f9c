package nl.bereik.protocol.reach;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.Consultation;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.activity.Registration;

/** The closed menu of tables in which activities are counted. One counts once under each of its cells. */
public enum ActivityTable {
    REGISTRATIONS_BY_SOURCE(
            "registrationsBy_source",
            activity -> activity instanceof Registration registration
                    ? List.of(registration.source().name())
                    : List.of()),
    REGISTRATIONS_BY_AREA(
            "registrationsBy_area",
            activity -> activity instanceof Registration registration ? List.of(registration.area()) : List.of()),
    CONSULTATIONS_BY_TOPICS(
            "consultationsBy_topics",
            activity -> activity instanceof Consultation consultation
                    ? consultation.topics().stream().<String>map(Enum::name).toList()
                    : List.of()),
    CONSULTATIONS_BY_AREA(
            "consultationsBy_area",
            activity -> activity instanceof Consultation consultation ? List.of(consultation.area()) : List.of()),
    PREVENTION_BY_PROGRAMME(
            "preventionActivitiesBy_programme",
            activity ->
                    activity instanceof PreventionActivity prevention ? List.of(prevention.programme()) : List.of()),
    PREVENTION_BY_AREA(
            "preventionActivitiesBy_area",
            activity -> activity instanceof PreventionActivity prevention ? List.of(prevention.area()) : List.of());

    private final String figure;
    private final Function<Activity, List<String>> cells;

    ActivityTable(String figure, Function<Activity, List<String>> cells) {
        this.figure = figure;
        this.cells = cells;
    }

    /** The figure's name. */
    public String figure() {
        return figure;
    }

    Collection<String> cells(Activity activity) {
        return cells.apply(activity);
    }
}

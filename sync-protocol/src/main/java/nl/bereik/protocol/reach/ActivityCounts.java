package nl.bereik.protocol.reach;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.Consultation;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.contact.Audience;

/**
 * Exact counts of activities.
 *
 * @param registrations how many
 * @param consultations how many
 * @param prevention how many prevention activities
 * @param participants of these, per audience, above zero; who took part in two counts twice
 * @param cells per table the cells above zero, sorted by code; every table is present
 */
public record ActivityCounts(
        long registrations,
        long consultations,
        long prevention,
        SortedMap<Audience, Long> participants,
        Map<ActivityTable, SortedMap<String, Long>> cells) {

    public ActivityCounts {
        participants = Collections.unmodifiableSortedMap(new TreeMap<>(participants));
        cells = Cells.copy(ActivityTable.class, cells);
    }

    /** Counts nothing. */
    public static ActivityCounts zero() {
        return new ActivityCounts(0, 0, 0, Collections.emptySortedMap(), Map.of());
    }

    /** Counts these; their order does not matter. */
    public static ActivityCounts fold(Collection<Activity> activities) {
        SortedMap<Audience, Long> participants = new TreeMap<>();
        for (Activity activity : activities) {
            if (activity instanceof PreventionActivity prevention) {
                participants.merge(prevention.audience(), (long) prevention.participants(), Long::sum);
            }
        }
        return new ActivityCounts(
                count(activities, Registration.class),
                count(activities, Consultation.class),
                count(activities, PreventionActivity.class),
                participants,
                Cells.count(ActivityTable.class, activities, ActivityTable::cells));
    }

    private static long count(Collection<Activity> activities, Class<? extends Activity> type) {
        return activities.stream().filter(type::isInstance).count();
    }

    /** The counts of both together; they must count different activities. */
    public ActivityCounts plus(ActivityCounts other) {
        Map<ActivityTable, SortedMap<String, Long>> sum = Cells.plus(ActivityTable.class, cells, other.cells);
        SortedMap<Audience, Long> together = new TreeMap<>(participants);
        other.participants.forEach((audience, count) -> together.merge(audience, count, Long::sum));
        return new ActivityCounts(
                registrations + other.registrations,
                consultations + other.consultations,
                prevention + other.prevention,
                together,
                sum);
    }

    /** The counts without those of activities that are among them. */
    public ActivityCounts minus(ActivityCounts some) {
        SortedMap<Audience, Long> rest = new TreeMap<>(participants);
        Cells.takeAway(rest, some.participants);
        return new ActivityCounts(
                registrations - some.registrations,
                consultations - some.consultations,
                prevention - some.prevention,
                rest,
                Cells.minus(ActivityTable.class, cells, some.cells));
    }

    /** The cells of one table that are above zero, sorted by code. */
    public SortedMap<String, Long> table(ActivityTable table) {
        return cells.getOrDefault(table, Collections.emptySortedMap());
    }

    /** How many professionals took part in prevention activities or asked for advice. */
    public long professionals() {
        return participants.getOrDefault(Audience.PROFESSIONAL, 0L) + consultations;
    }
}

package nl.bereik.protocol.reach;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import org.jspecify.annotations.Nullable;

/** Figures under their reporting names. */
public final class FiguresJson {
    private static final int MEDIAN = 50;
    private static final int P90 = 90;
    private static final Set<AgeBand> UNDER_21 = EnumSet.of(AgeBand.UNDER_18, AgeBand.FROM_18_TO_20);

    private final ReachFigures figures;
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    private FiguresJson(ReachFigures figures) {
        this.figures = figures;
    }

    /**
     * {@code period}, {@code contacts}, {@code contactsBy_X} for every single dimension, {@code contactsByMonth} and
     * {@code contactsWithoutCode}; {@code needs}, {@code needsBy_X}, how many of {@code needsWithDeadline} were
     * {@code needsAcceptedInTime}, and of {@code needsMinutesToAccept} and {@code needsMinutesToDone} the count, the
     * median and the 90th percentile; {@code registrations}, {@code consultations} and {@code preventionActivities} with
     * their tables; {@code professionalsReached}; {@code trajectoriesStarted}, the people behind them
     * ({@code trajectoryPeople}, of whom {@code peopleUnder21}, {@code peopleUnder18} and {@code peopleInvoluntary}, by
     * their first trajectory), how trajectories ended, {@code peopleExited}, {@code exitsSustained}, {@code relapses},
     * and {@code trajectoriesRunning} at the end of the period. Cells of zero are left out, but for the audiences of
     * prevention.
     */
    public static JsonObject of(ReachFigures figures) {
        FiguresJson json = new FiguresJson(figures);
        json.putContacts();
        json.putNeeds();
        json.putActivities();
        json.putTrajectories();
        return JsonObject.of(json.members);
    }

    private void putContacts() {
        ReachCounts counts = figures.counts();
        members.put("period", figures.period().name());
        members.put("contacts", counts.contacts());
        for (ReachTable table : ReachTable.values()) {
            if (!table.isPair()) {
                members.put("contactsBy_" + table.dimension(), JsonObject.of(counts.table(table)));
            }
        }
        members.put("contactsByMonth", table(figures.byMonth(), Object::toString));
        members.put("contactsWithoutCode", counts.withoutCode());
    }

    private void putNeeds() {
        NeedCounts needs = figures.needs();
        members.put("needs", needs.needs());
        for (NeedTable table : NeedTable.values()) {
            members.put("needsBy_" + table.dimension(), JsonObject.of(needs.table(table)));
        }
        members.put("needsWithDeadline", needs.withDeadline());
        members.put("needsAcceptedInTime", needs.inTime());
        members.put("needsMinutesToAccept", spread(needs.toAccept()));
        members.put("needsMinutesToDone", spread(needs.toDone()));
    }

    private void putActivities() {
        ActivityCounts activities = figures.activities();
        members.put("registrations", activities.registrations());
        members.put("consultations", activities.consultations());
        members.put("preventionActivities", activities.prevention());
        SortedMap<Audience, Long> participants = new TreeMap<>(activities.participants());
        participants.putIfAbsent(Audience.AT_RISK, 0L);
        participants.putIfAbsent(Audience.PROFESSIONAL, 0L);
        members.put("preventionParticipantsByAudience", table(participants, Audience::name));
        for (ActivityTable table : ActivityTable.values()) {
            members.put(table.figure(), JsonObject.of(activities.table(table)));
        }
        members.put("professionalsReached", figures.professionalsReached());
    }

    private void putTrajectories() {
        TrajectoryCounts trajectories = figures.trajectories();
        members.put("trajectoriesStarted", trajectories.started().events());
        members.put("trajectoryPeople", figures.trajectoryPeople());
        members.put("peopleUnder21", figures.people(person -> UNDER_21.contains(person.ageBand())));
        members.put("peopleUnder18", figures.people(person -> person.ageBand() == AgeBand.UNDER_18));
        members.put("peopleInvoluntary", figures.people(PersonEvents.Cell::involuntary));
        members.put("trajectoryPeopleBy_gender", people(cell -> cell.gender().name()));
        members.put("trajectoryPeopleBy_ageBand", people(cell -> cell.ageBand().name()));
        members.put("trajectoriesBy_end", table(new TreeMap<>(trajectories.ended()), Enum::name));
        members.put("trajectoriesEndedEarly", trajectories.ended().getOrDefault(TrajectoryEnd.ENDED_EARLY, 0L));
        members.put("peopleExited", figures.peopleExited());
        members.put("exitsSustained", trajectories.sustained());
        members.put("relapses", trajectories.relapsed());
        members.put("trajectoriesRunning", figures.running());
    }

    private JsonObject people(Function<PersonEvents.Cell, String> by) {
        return JsonObject.of(figures.peopleBy(by));
    }

    private static <K> JsonObject table(SortedMap<K, Long> counts, Function<K, String> name) {
        Map<String, Long> table = new LinkedHashMap<>();
        counts.forEach((key, count) -> table.put(name.apply(key), count));
        return JsonObject.of(table);
    }

    private static JsonObject spread(Spread spread) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("count", spread.count());
        spread.percentile(MEDIAN).ifPresent(minutes -> members.put("median", minutes));
        spread.percentile(P90).ifPresent(minutes -> members.put("p90", minutes));
        return JsonObject.of(members);
    }
}

package nl.bereik.protocol.reach;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;

/**
 * The exact (management) figures of one reporting period.
 *
 * @param byMonth contacts per month, months without contacts left out
 * @param byMonthAndChannel per such month the contacts per channel, channels without contacts left out
 * @param needs of the follow-up needs raised in it
 * @param activities of the activities in it
 * @param trajectories of what happened to trajectories in it
 * @param running how many trajectories run at its end
 */
public record ReachFigures(
        ReportingPeriod period,
        ReachCounts counts,
        SortedMap<YearMonth, Long> byMonth,
        SortedMap<YearMonth, SortedMap<Channel, Long>> byMonthAndChannel,
        NeedCounts needs,
        ActivityCounts activities,
        TrajectoryCounts trajectories,
        long running) {

    public ReachFigures {
        byMonth = Collections.unmodifiableSortedMap(new TreeMap<>(byMonth));
        byMonthAndChannel = Collections.unmodifiableSortedMap(new TreeMap<>(byMonthAndChannel));
    }

    /**
     * Sums the tallies whose day lies in the period; others are passed over. Order does not matter.
     *
     * @param runningBefore how many trajectories ran when the period began
     */
    public static ReachFigures sum(ReportingPeriod period, Collection<DayTally> tallies, long runningBefore) {
        ReachCounts counts = ReachCounts.zero();
        NeedCounts needs = NeedCounts.zero();
        ActivityCounts activities = ActivityCounts.zero();
        TrajectoryCounts trajectories = TrajectoryCounts.zero();
        SortedMap<YearMonth, Long> byMonth = new TreeMap<>();
        SortedMap<YearMonth, SortedMap<Channel, Long>> byMonthAndChannel = new TreeMap<>();
        for (DayTally tally : tallies) {
            LocalDate day = tally.day();
            if (!period.contains(day)) {
                continue;
            }
            needs = needs.plus(tally.needs());
            activities = activities.plus(tally.activities());
            trajectories = trajectories.plus(tally.trajectories());
            if (tally.counts().contacts() == 0) {
                continue;
            }
            counts = counts.plus(tally.counts());
            YearMonth month = YearMonth.from(day);
            byMonth.merge(month, tally.counts().contacts(), Long::sum);
            SortedMap<Channel, Long> channels = byMonthAndChannel.computeIfAbsent(month, any -> new TreeMap<>());
            tally.counts()
                    .table(ReachTable.CHANNEL)
                    .forEach((channel, count) -> channels.merge(Channel.valueOf(channel), count, Long::sum));
        }
        return new ReachFigures(
                period,
                counts,
                byMonth,
                byMonthAndChannel,
                needs,
                activities,
                trajectories,
                runningBefore + trajectories.moreRunning());
    }

    /** How many people stand behind the trajectories that started in the period; those with several count once. */
    public long trajectoryPeople() {
        return people(any -> true);
    }

    /** Of these people, those of some kind. */
    public long people(Predicate<PersonEvents.Cell> which) {
        return trajectories.started().people(period.first(), which);
    }

    /** These people by something that is known of them, kinds without people left out. */
    public SortedMap<String, Long> peopleBy(Function<PersonEvents.Cell, String> by) {
        SortedMap<String, Long> people = new TreeMap<>();
        trajectories.started().cells().keySet().stream()
                .map(by)
                .distinct()
                .forEach(kind ->
                        people.put(kind, people(person -> by.apply(person).equals(kind))));
        people.values().removeIf(count -> count == 0);
        return people;
    }

    /** How many people exited in the period. */
    public long peopleExited() {
        return trajectories.exited().people(period.first(), any -> true);
    }

    /** Professionals who took part in prevention, asked for advice or were met; who did so twice counts twice. */
    public long professionalsReached() {
        return activities.professionals()
                + counts.table(ReachTable.AUDIENCE).getOrDefault(Audience.PROFESSIONAL.name(), 0L);
    }
}

package nl.bereik.protocol.reach;

import java.time.LocalDate;

/**
 * The reach of one team on one day, always folded afresh from what was told of the day and never incremented.
 *
 * @param team the team's id
 * @param day the day in the team's zone, a night under the day it began
 * @param counts of its contact moments
 * @param needs of the follow-up needs raised on it
 * @param activities of its activities
 * @param trajectories of what happened to trajectories on it
 */
public record DayTally(
        String team,
        LocalDate day,
        ReachCounts counts,
        NeedCounts needs,
        ActivityCounts activities,
        TrajectoryCounts trajectories) {
    /** Of a day on which nothing happened but these contacts. */
    public DayTally(String team, LocalDate day, ReachCounts counts) {
        this(team, day, counts, NeedCounts.zero(), ActivityCounts.zero(), TrajectoryCounts.zero());
    }

    /** The same with these contact moments. */
    public DayTally withCounts(ReachCounts other) {
        return new DayTally(team, day, other, needs, activities, trajectories);
    }

    /** The same with these needs. */
    public DayTally withNeeds(NeedCounts other) {
        return new DayTally(team, day, counts, other, activities, trajectories);
    }

    /** The same with these activities. */
    public DayTally withActivities(ActivityCounts other) {
        return new DayTally(team, day, counts, needs, other, trajectories);
    }

    /** The same with these things that happened to trajectories. */
    public DayTally withTrajectories(TrajectoryCounts other) {
        return new DayTally(team, day, counts, needs, activities, other);
    }
}

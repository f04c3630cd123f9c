package nl.bereik.protocol.reach;

import java.time.LocalDate;

/**
 * The reach of one team on one day, always folded afresh from the day's contacts and never incremented.
 *
 * @param team the team's id
 * @param day the day in the team's zone, a night under the day it began
 */
public record DayTally(String team, LocalDate day, ReachCounts counts) {}

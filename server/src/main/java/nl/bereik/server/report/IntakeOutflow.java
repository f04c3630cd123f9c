package nl.bereik.server.report;

import java.time.LocalDate;

/**
 * The numbers of one period that a care network reports to its municipality and the ministry. Each is a count of the
 * whole period, or suppressed or not available.
 *
 * @param period its name, as in "2016-2017"
 * @param referenceDate the day on which {@code running} was counted
 * @param registrations received
 * @param consultations advice asked by professionals
 * @param trajectoriesStarted may be more than people
 * @param people the unique people whose trajectories were started
 * @param under21 those of the people younger than 21
 * @param under18 those of the people younger than 18
 * @param endedEarly trajectories
 * @param exited people who stopped
 * @param running trajectories on the reference date
 * @param involuntary people taken to be victims of human trafficking
 */
public record IntakeOutflow(
        String period,
        LocalDate referenceDate,
        Cell registrations,
        Cell consultations,
        Cell trajectoriesStarted,
        Cell people,
        Cell under21,
        Cell under18,
        Cell endedEarly,
        Cell exited,
        Cell running,
        Cell involuntary) {}

package nl.bereik.server.care;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import nl.bereik.protocol.contact.Topic;

/**
 * What a case manager can be asked, as the coordinator describes it. An empty set leaves all open.
 *
 * @param account of the case manager
 * @param organisation code of the organisation
 * @param domains the life domains
 * @param areas codes of the areas
 * @param languages ISO 639-1 codes of the languages spoken
 * @param caseload how many needs at once, those that are only asked included
 * @param turn the place in the rota; of several who fit as well, the lower comes first
 * @param duties when on duty, in the region's zone; none means always
 * @param absences when away
 */
public record CareProfile(
        String account,
        String organisation,
        Set<Topic> domains,
        Set<String> areas,
        Set<String> languages,
        int caseload,
        int turn,
        List<Duty> duties,
        List<Absence> absences) {
    public static final int MAX_CASELOAD = 1_000_000;

    /**
     * Hours of a week.
     *
     * @param to not included; before or at {@code from} it is on the next day
     */
    public record Duty(DayOfWeek day, LocalTime from, LocalTime to) {
        boolean covers(LocalDateTime moment) {
            LocalTime time = moment.toLocalTime();
            boolean thisDay = moment.getDayOfWeek() == day;
            if (from.isBefore(to)) {
                return thisDay && !time.isBefore(from) && time.isBefore(to);
            }
            boolean dayAfter = moment.getDayOfWeek() == day.plus(1);
            return (thisDay && !time.isBefore(from)) || (dayAfter && time.isBefore(to));
        }
    }

    /**
     * Days away.
     *
     * @param to the last day
     */
    public record Absence(LocalDate from, LocalDate to) {
        public Absence {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("an absence ends before it begins");
            }
        }
    }

    public CareProfile {
        domains = Set.copyOf(domains);
        areas = Set.copyOf(areas);
        languages = Set.copyOf(languages);
        duties = List.copyOf(duties);
        absences = List.copyOf(absences);
        if (caseload < 0 || caseload > MAX_CASELOAD) {
            throw new IllegalArgumentException("caseload out of range");
        }
    }

    /** @param moment in the region's zone */
    public boolean onDuty(LocalDateTime moment) {
        return duties.isEmpty() || duties.stream().anyMatch(duty -> duty.covers(moment));
    }

    public boolean absent(LocalDate day) {
        return absences.stream().anyMatch(absence -> !day.isBefore(absence.from()) && !day.isAfter(absence.to()));
    }
}

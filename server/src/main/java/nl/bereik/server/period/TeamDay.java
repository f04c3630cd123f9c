package nl.bereik.server.period;

import java.time.LocalDate;

/** A day of a team. */
public record TeamDay(String team, LocalDate day) {
    /** {@code team/2025-01-31}, the id of the day's tally. */
    public String id() {
        return team + '/' + day;
    }
}

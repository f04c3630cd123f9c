package nl.bereik.mobile.notes;

import java.time.LocalDate;
import java.util.List;

/**
 * What the screen of notes shows.
 *
 * @param today the day of the shift
 * @param daysBefore how many days before it are shown too
 * @param hasKey whether this phone can read any
 * @param lines newest day first
 */
public record TeamNotes(LocalDate today, int daysBefore, boolean hasKey, List<NoteLine> lines) {
    public TeamNotes {
        lines = List.copyOf(lines);
    }
}

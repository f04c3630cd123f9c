package nl.bereik.server.need;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** For how long needs that were closed are told of, on phones and on the board. */
public final class DaysTold {
    /** After the day on which one was closed. */
    public static final int DAYS = 14;

    private DaysTold() {}

    /** The days of closing that are told of today, the last one first. */
    public static List<LocalDate> asOf(LocalDate today) {
        return IntStream.rangeClosed(0, DAYS).mapToObj(today::minusDays).toList();
    }
}

package nl.bereik.protocol.target;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.state.StateRecord;
import org.jspecify.annotations.Nullable;

/**
 * A number agreed for a period and what has been counted of it, as a record of a phone's slice: {@code {"period",
 * "figure", "number", "counted", "through"}}. Says nothing of a day that is not over, so that it stays the same for a
 * day unless something came late.
 *
 * @param number agreed, 1 to {@value #MOST}
 * @param counted in the days of the period until and with {@code through}, 0 to {@value #MOST}
 * @param through the last day counted, of the period; the day before its first when none is over
 */
public record TargetProgress(
        ReportingPeriod period, TargetFigure figure, long number, long counted, LocalDate through) {
    public static final String KIND = "target";

    /** The highest number that is believed. */
    public static final long MOST = 1_000_000_000;

    private static final int PERCENT = 100;

    public TargetProgress {
        if (number < 1 || number > MOST || counted < 0 || counted > MOST) {
            throw new IllegalArgumentException("number or count out of range");
        }
        if (through.isBefore(beforeIt(period)) || through.isAfter(lastOf(period))) {
            throw new IllegalArgumentException("counted through a day outside the period");
        }
    }

    /**
     * The last day of a period that is over.
     *
     * @param today the day that has not ended, as the region counts its days
     * @return the day before the period's first when none of its days is over
     */
    public static LocalDate lastWholeDay(ReportingPeriod period, LocalDate today) {
        LocalDate yesterday = today.minusDays(1);
        LocalDate last = yesterday.isAfter(lastOf(period)) ? lastOf(period) : yesterday;
        return last.isBefore(beforeIt(period)) ? beforeIt(period) : last;
    }

    /** What figures of the period's days until and with a day say of a target. */
    public static TargetProgress of(TargetFigure figure, long number, ReachFigures figures, LocalDate through) {
        return new TargetProgress(figures.period(), figure, number, Math.min(MOST, figure.count(figures)), through);
    }

    /** Whether a day of the period is over. */
    public boolean begun() {
        return !through.isBefore(period.first().atDay(1));
    }

    /** Whether all days of the period are over. */
    public boolean over() {
        return through.equals(lastOf(period));
    }

    /** Whether the number has been met. */
    public boolean reached() {
        return counted >= number;
    }

    /** How much is missing to the number; 0 when it has been met. */
    public long missing() {
        return Math.max(0, number - counted);
    }

    /** How much of the number has been met, in whole percents, rounded down; more than 100 beyond it. */
    public long percent() {
        return counted * PERCENT / number;
    }

    /** The period's last day. */
    public LocalDate last() {
        return lastOf(period);
    }

    /**
     * What will have been counted on the period's last day if the days to come bring as much as those that are over did;
     * rounded down, since half a person promises none. The count itself once the period is over; empty before a day is.
     */
    public OptionalLong expected() {
        if (!begun()) {
            return OptionalLong.empty();
        }
        long days = days(lastOf(period));
        return OptionalLong.of(counted * days / days(through));
    }

    /** Whether the pace suffices; false when there is none yet. */
    public boolean onCourse() {
        return expected().orElse(-1) >= number;
    }

    private long days(LocalDate until) {
        return ChronoUnit.DAYS.between(period.first().atDay(1), until) + 1;
    }

    private static LocalDate lastOf(ReportingPeriod period) {
        return period.last().atEndOfMonth();
    }

    private static LocalDate beforeIt(ReportingPeriod period) {
        return period.first().atDay(1).minusDays(1);
    }

    public StateRecord record() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("period", period.name());
        body.put("figure", figure.name());
        body.put("number", number);
        body.put("counted", counted);
        body.put("through", through.toString());
        return StateRecord.of(KIND + ':' + period.name() + ':' + figure, KIND, JsonObject.of(body));
    }

    /** The progress in a record; empty when the record is of another kind or tells what this version does not know. */
    public static Optional<TargetProgress> read(StateRecord record) {
        if (!record.kind().equals(KIND)) {
            return Optional.empty();
        }
        try {
            JsonObject body = record.body();
            return Optional.of(new TargetProgress(
                    ReportingPeriod.parse(body.text("period")),
                    TargetFigure.valueOf(body.text("figure")),
                    body.number("number"),
                    body.number("counted"),
                    LocalDate.parse(body.text("through"))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}

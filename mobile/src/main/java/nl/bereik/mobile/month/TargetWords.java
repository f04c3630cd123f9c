package nl.bereik.mobile.month;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.target.TargetProgress;

/** How far a number agreed has come, in words. */
final class TargetWords {
    private static final int YEAR_DIGITS = 4;

    private final Texts texts;

    TargetWords(Texts texts) {
        this.texts = texts;
    }

    /** As in "64 of 100". */
    String standing(TargetProgress target) {
        return texts.get("target.of", target.counted(), target.number());
    }

    /** As in "At this pace 97 by 31 December"; what there is to say instead when it is reached, over or not begun. */
    String course(TargetProgress target) {
        if (target.reached()) {
            return texts.get("target.reached");
        }
        if (target.over()) {
            return texts.get("target.missed", target.missing());
        }
        return target.expected().isPresent()
                ? texts.get("target.pace", target.expected().getAsLong(), day(target.last(), target))
                : texts.get("target.begins", day(target.period().first().atDay(1), target));
    }

    /** As in "First half of 2026 · counted through 21 March"; only the period when no day has been counted. */
    String basis(TargetProgress target) {
        String period = period(target.period());
        return target.begun() ? texts.get("target.basis", period, day(target.through(), target)) : period;
    }

    /** As in "First half of 2026", "2026", "2025–2026" and "July 2025 – June 2026". */
    String period(ReportingPeriod period) {
        String name = period.name();
        String year = Integer.toString(period.first().getYear());
        String part = name.substring(YEAR_DIGITS);
        if (part.startsWith("S") || part.startsWith("Q")) {
            return texts.get("period." + part, year);
        }
        return part.isEmpty()
                ? year
                : name.length() == 2 * YEAR_DIGITS + 1
                        ? year + "–" + period.last().getYear()
                        : month(period.first()) + " – " + month(period.last());
    }

    private String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("LLLL yyyy", texts.locale()));
    }

    /** With its year in a period of more than one. */
    private String day(LocalDate day, TargetProgress target) {
        boolean oneYear =
                target.period().first().getYear() == target.period().last().getYear();
        return day.format(DateTimeFormatter.ofPattern(oneYear ? "d MMMM" : "d MMMM yyyy", texts.locale()));
    }
}

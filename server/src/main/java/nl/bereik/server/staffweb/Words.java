package nl.bereik.server.staffweb;

import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import nl.bereik.protocol.reach.ReachTable;
import nl.bereik.protocol.reach.ReportingPeriod;
import org.springframework.context.MessageSource;

/** Puts codes, numbers, days and periods into the words of one language. */
final class Words {
    private static final String NOTHING = "–";
    private static final double SMALLEST_SHARE = 0.005;
    private static final double SMALLEST_WORD = 0.01;

    private static final Duration HOURS_FROM = Duration.ofMinutes(90);
    private static final Duration DAYS_FROM = Duration.ofHours(48);

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;

    /** @param zone the zone in which moments are told */
    Words(MessageSource messages, Locale locale, ZoneId zone) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** As {@link #text}, or something else where there are no words for it. */
    String textOr(String key, String otherwise, Object... arguments) {
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, otherwise, locale), otherwise);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** As {@link #number}, a dash for zero. */
    String cell(long number) {
        return number == 0 ? NOTHING : number(number);
    }

    /** With its sign; the true minus sign. */
    String signed(long number) {
        return number > 0 ? "+" + number(number) : number(number).replace('-', '−');
    }

    /** Whole percents; what is there and rounds to nothing is less than one; a dash for nothing. */
    String share(long part, long whole) {
        if (part == 0 || whole == 0) {
            return NOTHING;
        }
        double share = (double) part / whole;
        return share < SMALLEST_SHARE ? "<" + percent(SMALLEST_WORD) : percent(share);
    }

    /** How much a number grew, in whole percents with their sign. */
    String growth(long difference, long before) {
        String percents = percent((double) difference / before).replace('-', '−');
        return difference > 0 ? "+" + percents : percents;
    }

    private String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /** What a code in a table means; areas are their own name, and so is a code without words. */
    String label(ReachTable table, String code) {
        return switch (table) {
            case AREA -> code;
            case LANGUAGES -> capital(Locale.forLanguageTag(code).getDisplayLanguage(locale));
            default ->
                Objects.requireNonNullElse(
                        messages.getMessage(table.dimension() + "." + code, null, code, locale), code);
        };
    }

    String title(ReachTable table) {
        return text("table." + table.dimension());
    }

    /** As in "first half of 2025", "2016–2017" and "July 2018 – June 2019". */
    String period(ReportingPeriod period) {
        String name = period.name();
        String year = Integer.toString(period.first().getYear());
        String part = name.substring(year.length());
        if (part.isEmpty()) {
            return year;
        }
        if (part.startsWith("S") || part.startsWith("Q")) {
            return text("period." + part, year);
        }
        return name.length() == 2 * year.length() + 1
                ? year + "–" + period.last().getYear()
                : monthAndYear(period.first()) + " – " + monthAndYear(period.last());
    }

    String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMM", locale)).replace(".", "");
    }

    /** As in "jan 24". */
    String monthOfYear(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMM yy", locale)).replace(".", "");
    }

    String monthAndYear(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMMM yyyy", locale));
    }

    String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, zone));
    }

    String dayOfWeek(DayOfWeek day, TextStyle style) {
        return day.getDisplayName(style, locale);
    }

    /** Without its year. */
    String shortDay(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMM", locale)).replace(".", "");
    }

    /** The time, with its day when that is not today. */
    String moment(Instant moment, Instant now) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        return day.equals(LocalDate.ofInstant(now, zone))
                ? time(moment)
                : text("moment.other", shortDay(day), time(moment));
    }

    String time(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone).format(moment);
    }

    /** As in "40 min", "3 hours", "4 days"; never less than a minute. */
    String span(Duration time) {
        if (time.compareTo(HOURS_FROM) < 0) {
            return text("span.minutes", Math.max(1, time.toMinutes()));
        }
        return time.compareTo(DAYS_FROM) < 0 ? text("span.hours", time.toHours()) : text("span.days", time.toDays());
    }

    private String capital(String word) {
        return word.substring(0, 1).toUpperCase(locale) + word.substring(1);
    }
}

package nl.bereik.server.staffweb;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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
    String textOr(String key, String otherwise) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, locale), otherwise);
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

    /** As in "first half of 2025". */
    String period(ReportingPeriod period) {
        String name = period.name();
        String year = Integer.toString(period.first().getYear());
        return name.length() == year.length() ? year : text("period." + name.substring(year.length()), year);
    }

    String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMM", locale)).replace(".", "");
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

    String time(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone).format(moment);
    }

    private String capital(String word) {
        return word.substring(0, 1).toUpperCase(locale) + word.substring(1);
    }
}

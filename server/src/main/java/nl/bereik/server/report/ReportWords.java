package nl.bereik.server.report;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** The writers' own words, and how numbers and days are told, in one language. */
final class ReportWords {
    private static final int MINUTES_AN_HOUR = 60;
    private static final int MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

    private final ResourceBundle bundle;
    private final Locale locale;

    /** @param language Dutch or English */
    ReportWords(Locale language) {
        boolean dutch = language.getLanguage().equals("nl");
        locale = dutch ? Locale.forLanguageTag("nl-NL") : Locale.UK;
        bundle = ResourceBundle.getBundle(
                "nl.bereik.server.report.report",
                dutch ? locale : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text(String key, Object... arguments) {
        String text = bundle.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /** As it is read, in the language's own way; a suppressed or missing figure as its mark. */
    String cell(Cell cell) {
        if (cell instanceof Cell.Count count) {
            return number(BigDecimal.valueOf(count.value()));
        }
        if (cell instanceof Cell.Percent percent) {
            return number(percent.value()) + "%";
        }
        if (cell instanceof Cell.Minutes minutes) {
            return span(minutes.value());
        }
        return text(cell instanceof Cell.Suppressed ? "mark.suppressed" : "mark.notAvailable");
    }

    /** As in "30 June 2025". */
    String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    /** In figures, day first. */
    String shortDay(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd-MM-uuuu", locale));
    }

    /** The day and the time of day, to the minute. */
    String moment(Instant moment, ZoneId zone) {
        return day(LocalDate.ofInstant(moment, zone))
                + ", "
                + DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone).format(moment);
    }

    /** Of the language and the country whose way of writing numbers it follows. */
    String languageTag() {
        return locale.toLanguageTag();
    }

    private String number(BigDecimal number) {
        return NumberFormat.getInstance(locale).format(number).replace('-', '−');
    }

    private String span(long minutes) {
        if (minutes < MINUTES_AN_HOUR) {
            return text("minutes", minutes);
        }
        return minutes < MINUTES_A_DAY
                ? text("hours", minutes / MINUTES_AN_HOUR, minutes % MINUTES_AN_HOUR)
                : text("days", minutes / MINUTES_A_DAY, minutes % MINUTES_A_DAY / MINUTES_AN_HOUR);
    }
}

package nl.bereik.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * What a report's figures rest on; stated in every file.
 *
 * @param period its name in the report's language, as in "first half of 2025"
 * @param firstDay of the period
 * @param lastDay of the period, included
 * @param madeAt also the creation date of files, so that the same report gives the same bytes
 * @param zone in which {@code madeAt} is told
 * @param organisation or region whose figures these are
 * @param language Dutch or English, of any country
 */
public record ReportBasis(
        View view,
        String period,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant madeAt,
        ZoneId zone,
        String organisation,
        Locale language) {
    private static final List<String> LANGUAGES = List.of("nl", "en");

    public ReportBasis {
        period = Text.line(period, "period");
        organisation = Text.line(organisation, "organisation");
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("a period does not end before it begins");
        }
        if (!LANGUAGES.contains(language.getLanguage())) {
            throw new IllegalArgumentException("no words in " + language);
        }
    }
}

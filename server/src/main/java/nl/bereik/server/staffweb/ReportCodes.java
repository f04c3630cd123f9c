package nl.bereik.server.staffweb;

import java.time.YearMonth;
import nl.bereik.protocol.reach.NeedTable;
import nl.bereik.protocol.reach.ReachTable;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.Organisation;
import nl.bereik.protocol.reference.Programme;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.disclosure.Cell;
import nl.bereik.server.disclosure.Count;
import nl.bereik.server.publish.Menu;

/** What the codes of reports and releases mean, in the words of one language. */
final class ReportCodes {
    private final Words words;
    private final ReferenceData reference;

    ReportCodes(Words words, ReferenceData reference) {
        this.words = words;
        this.reference = reference;
    }

    String table(String id) {
        return words.textOr("report.table." + id, id);
    }

    String dimension(String name) {
        return words.textOr("report.dimension." + name, words.textOr("table." + name, name));
    }

    String category(String dimension, String code) {
        return switch (dimension) {
            case "area" -> unlisted(code);
            case "languages" -> words.label(ReachTable.LANGUAGES, code);
            case "lifeDomain" -> words.label(ReachTable.TOPICS, code);
            case "urgency" -> words.textOr("Urgency." + code + ".short", code);
            case "month" -> words.monthAndYear(YearMonth.parse(code));
            case "programme" ->
                reference.programmes().stream()
                        .filter(programme -> programme.code().equals(code))
                        .map(Programme::name)
                        .findFirst()
                        .orElseGet(() -> unlisted(code));
            case "partner" ->
                code.equals(NeedTable.NONE)
                        ? words.text("table.needs.partner.none")
                        : reference.organisations().stream()
                                .filter(organisation -> organisation.code().equals(code))
                                .map(Organisation::name)
                                .findFirst()
                                .orElseGet(() -> unlisted(code));
            default -> words.textOr(dimension + "." + code, code);
        };
    }

    private String unlisted(String code) {
        return code.equals(Menu.OTHER) ? words.text("report.category.other") : code;
    }

    /** As in "contacts, Tiel × Internet, first half of 2025". */
    String count(Count count) {
        return words.textOr("release.subject." + count.subject(), count.subject())
                + ", "
                + cell(count.cell())
                + ", "
                + words.period(
                        new ReportingPeriod(count.span().first(), count.span().last()));
    }

    private String cell(Cell cell) {
        StringBuilder text = new StringBuilder();
        cell.categories().forEach((dimension, code) -> text.append(text.isEmpty() ? "" : " × ")
                .append(category(dimension, code)));
        return text.isEmpty() ? words.text("table.total") : text.toString();
    }
}

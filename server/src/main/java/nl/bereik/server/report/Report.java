package nl.bereik.server.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report as it is to be read, whatever the kind of file. Immutable; every label is in the language of the basis.
 *
 * @param sections in the order shown; may be empty
 */
public record Report(String title, ReportBasis basis, List<Section> sections) {

    /** @throws IllegalArgumentException when two tables share an id, or a chart's table or column is not there */
    public Report {
        title = Text.line(title, "title");
        sections = List.copyOf(sections);
        Map<String, ReportTable> tables = tables(sections, new ReportWords(basis.language()));
        sections.stream().flatMap(section -> section.blocks().stream()).forEach(block -> {
            if (block instanceof ReportChart chart && !fits(chart, tables)) {
                throw new IllegalArgumentException("no such table or column for a chart: " + chart.table());
            }
        });
    }

    /** All tables by their id, in the order shown; key figures as tables of one column. */
    Map<String, ReportTable> tables() {
        return tables(sections, new ReportWords(basis.language()));
    }

    private static Map<String, ReportTable> tables(List<Section> sections, ReportWords words) {
        Map<String, ReportTable> tables = new LinkedHashMap<>();
        for (Section section : sections) {
            for (ReportTable table : section.tables(words)) {
                if (tables.put(table.id(), table) != null) {
                    throw new IllegalArgumentException("two tables with the id " + table.id());
                }
            }
        }
        return tables;
    }

    private static boolean fits(ReportChart chart, Map<String, ReportTable> tables) {
        ReportTable table = tables.get(chart.table());
        return table != null
                && chart.columns().stream()
                        .allMatch(column ->
                                0 <= column && column < table.columns().size());
    }
}

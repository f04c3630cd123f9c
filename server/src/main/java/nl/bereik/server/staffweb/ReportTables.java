package nl.bereik.server.staffweb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.bereik.server.disclosure.Dimension;
import nl.bereik.server.disclosure.Parts;
import nl.bereik.server.report.Cell;
import nl.bereik.server.report.ReportTable;
import nl.bereik.server.report.Row;
import nl.bereik.server.staffweb.ReportColumn.Filled;

/** Lays single tables of the menu out for a report. Plain: all it needs is passed in. */
final class ReportTables {
    private final Words words;
    private final ReportCodes codes;

    ReportTables(Words words, ReportCodes codes) {
        this.words = words;
        this.codes = codes;
    }

    /** @param columns those of the periods, each of which has the table */
    ReportTable of(String id, List<ReportColumn> columns) {
        List<Filled> tables = columns.stream()
                .map(column -> Objects.requireNonNull(column.tables().get(id)))
                .toList();
        List<Dimension> dimensions = tables.get(0).dimensions();
        return dimensions.size() > 1
                ? crossed(id, tables.get(0))
                : byOne(id, columns, tables, dimensions.get(0).name());
    }

    /** Single numbers, one under the other. */
    ReportTable figures(String id, List<ReportColumn> columns, List<Row> rows) {
        return new ReportTable(
                id, words.text("report.figures"), words.text("report.figure"), headings(columns), rows, List.of());
    }

    List<String> headings(List<ReportColumn> columns) {
        return columns.stream().map(column -> words.period(column.period())).toList();
    }

    private ReportTable byOne(String id, List<ReportColumn> columns, List<Filled> tables, String dimension) {
        Set<String> categories = new LinkedHashSet<>();
        tables.forEach(table -> table.dimensions().forEach(each -> categories.addAll(each.categories())));
        Set<String> labels = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        for (String category : categories) {
            rows.add(new Row(
                    unlike(labels, codes.category(dimension, category), category),
                    tables.stream()
                            .map(table -> table.at(nl.bereik.server.disclosure.Cell.of(dimension, category)))
                            .toList(),
                    0,
                    false));
        }
        boolean adds = tables.get(0).dimensions().get(0).parts() == Parts.EXACT;
        List<String> notes = new ArrayList<>(notes(tables));
        if (adds) {
            rows.add(new Row(
                    unlike(labels, words.text("table.total"), id),
                    tables.stream().map(Filled::total).toList(),
                    0,
                    true));
        } else {
            notes.add(words.text("report.several"));
        }
        return new ReportTable(id, codes.table(id), codes.dimension(dimension), headings(columns), rows, notes);
    }

    private ReportTable crossed(String id, Filled table) {
        Dimension down = table.dimensions().get(0);
        Dimension across = table.dimensions().get(1);
        List<String> headings = Stream.concat(
                        across.categories().stream().map(code -> codes.category(across.name(), code)),
                        Stream.of(words.text("table.total")))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (String category : down.categories()) {
            rows.add(new Row(
                    codes.category(down.name(), category),
                    line(table, nl.bereik.server.disclosure.Cell.of(down.name(), category), across),
                    0,
                    false));
        }
        rows.add(new Row(
                words.text("table.total"), line(table, nl.bereik.server.disclosure.Cell.TOTAL, across), 0, true));
        return new ReportTable(
                id, codes.table(id), codes.dimension(down.name()), headings, rows, notes(List.of(table)));
    }

    private static List<Cell> line(Filled table, nl.bereik.server.disclosure.Cell whole, Dimension across) {
        return Stream.concat(
                        across.categories().stream().map(code -> whole.with(across.name(), code)), Stream.of(whole))
                .map(table::at)
                .toList();
    }

    private List<String> notes(List<Filled> tables) {
        return tables.stream().anyMatch(Filled::frozen) ? List.of(words.text("report.frozen")) : List.of();
    }

    /** Files name a cell by its row, so no two may be alike. */
    private static String unlike(Set<String> labels, String label, String code) {
        String unlike = labels.contains(label) ? label + " (" + code + ")" : label;
        labels.add(unlike);
        return unlike;
    }
}

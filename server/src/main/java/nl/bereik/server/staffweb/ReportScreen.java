package nl.bereik.server.staffweb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.bereik.server.report.Block;
import nl.bereik.server.report.Cell;
import nl.bereik.server.report.Report;
import nl.bereik.server.report.ReportChart;
import nl.bereik.server.report.ReportTable;
import nl.bereik.server.report.Row;
import nl.bereik.server.report.Statement;
import nl.bereik.server.report.View;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is shown on a page, every text ready for the language of the page. A chart is drawn beside the rows of
 * its table, which say the same in numbers.
 *
 * @param revised that figures in it were revised after their half-year had been sealed; null when not
 * @param basis what the figures rest on, as in the files
 * @param legend what the marks in its tables mean, as far as they occur; often empty
 */
record ReportScreen(
        String title, @Nullable String revised, List<Statement.Line> basis, List<String> legend, List<Part> parts) {
    private static final int PERCENT = 100;

    /** A chapter. @param words what the coordinator wrote, in paragraphs; often empty */
    record Part(String id, String title, List<String> words, List<Table> tables) {}

    /** @param drawn whether the first column has bars beside it */
    record Table(
            String id,
            String title,
            String rowHeading,
            List<String> columns,
            List<Line> rows,
            List<String> notes,
            boolean drawn) {}

    /**
     * A row.
     *
     * @param depth how many levels it is part of those above
     * @param width of the bar, in percents of the widest
     */
    record Line(String label, int depth, boolean total, List<Shown> cells, int width) {}

    /**
     * A figure, or a mark in its place.
     *
     * @param spoken the mark in words, for who hears the page; null for a figure
     */
    record Shown(String text, @Nullable String spoken) {}

    static ReportScreen of(Report report, Words words) {
        List<Part> parts = new ArrayList<>();
        List<ReportTable> all = new ArrayList<>();
        report.sections().forEach(section -> {
            Set<String> drawn = new HashSet<>();
            for (Block block : section.blocks()) {
                if (block instanceof ReportChart chart) {
                    drawn.add(chart.table());
                }
            }
            List<ReportTable> tables = section.blocks().stream()
                    .filter(ReportTable.class::isInstance)
                    .map(ReportTable.class::cast)
                    .toList();
            all.addAll(tables);
            parts.add(new Part(
                    "part-" + parts.size(),
                    section.heading(),
                    paragraphs(section.ownWords()),
                    tables.stream()
                            .map(table -> table(table, drawn.contains(table.id()), words))
                            .toList()));
        });
        Statement statement = Statement.of(report);
        return new ReportScreen(
                report.title(), revised(report.basis().view(), words), statement.lines(), statement.legend(all), parts);
    }

    private static @Nullable String revised(View view, Words words) {
        return view instanceof View.Management management && management.revisedAt() != null
                ? words.text("report.revised", words.day(management.revisedAt()))
                : null;
    }

    /** Without empty ones; often empty. */
    static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\n+")).filter(line -> !line.isBlank()).toList();
    }

    /** @param drawn whether the first column has bars beside it */
    static Table table(ReportTable table, boolean drawn, Words words) {
        long widest = table.rows().stream()
                .filter(row -> !row.total())
                .mapToLong(ReportScreen::first)
                .max()
                .orElse(0);
        return new Table(
                table.id(),
                table.caption(),
                table.rowHeading(),
                table.columns(),
                table.rows().stream()
                        .map(row -> new Line(
                                row.label(),
                                row.depth(),
                                row.total(),
                                row.cells().stream()
                                        .map(cell -> shown(cell, words))
                                        .toList(),
                                widest == 0 || row.total() ? 0 : Math.toIntExact(first(row) * PERCENT / widest)))
                        .toList(),
                table.notes(),
                drawn);
    }

    private static long first(Row row) {
        return row.cells().get(0) instanceof Cell.Count count ? count.value() : 0;
    }

    private static Shown shown(Cell cell, Words words) {
        if (cell instanceof Cell.Count count) {
            return new Shown(words.cell(count.value()), null);
        }
        if (cell instanceof Cell.Percent percent) {
            return new Shown(words.number(Math.round(percent.value().doubleValue())) + "%", null);
        }
        if (cell instanceof Cell.Minutes minutes) {
            return new Shown(words.span(Duration.ofMinutes(minutes.value())), null);
        }
        String mark = cell instanceof Cell.Suppressed ? "report.suppressed" : "report.notAvailable";
        return new Shown(words.text(mark), words.text(mark + ".spoken"));
    }
}

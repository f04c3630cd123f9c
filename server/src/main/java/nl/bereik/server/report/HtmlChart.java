package nl.bereik.server.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Draws charts of boxes, with their names and figures as text that can be read and searched. */
final class HtmlChart {
    /** Leaves room for the figure behind the longest bar. */
    private static final double LONGEST_BAR_PERCENT = 84;

    private static final double HIGHEST_BAR_MM = 34;

    private final HtmlPage page;
    private final ReportWords words;
    private final Statement statement;

    HtmlChart(HtmlPage page, ReportWords words, Statement statement) {
        this.page = page;
        this.words = words;
        this.statement = statement;
    }

    /** A chart after what is on the page already. */
    void add(ReportChart chart, ReportTable table) {
        List<Row> rows = table.rows().stream().filter(row -> !row.total()).toList();
        Element block = page.add(page.body(), "div", "chart");
        page.add(block, "h3", "", chart.caption());
        if (chart.columns().size() > 1) {
            series(block, chart, table);
        }
        double largest = Math.max(1, largest(chart, rows));
        switch (rows.size() > ReportChart.MOST_SIDE_BY_SIDE ? ReportChart.Kind.BAR : chart.kind()) {
            case BAR -> bars(block, chart, rows, largest);
            case COLUMN -> columns(block, chart, rows, largest);
            case LINE -> line(block, chart, rows, largest);
        }
        page.add(block, "p", "about", words.text("chart.label") + ": " + chart.alternative());
        statement.legend(List.of(table)).forEach(line -> page.add(block, "p", "about", line));
    }

    private void series(Element block, ReportChart chart, ReportTable table) {
        Element legend = page.add(block, "div", "series");
        for (int i = 0; i < chart.columns().size(); i++) {
            page.add(legend, "span", "swatch colour" + i);
            page.add(legend, "span", "name", table.columns().get(chart.columns().get(i)));
        }
    }

    private void bars(Element block, ReportChart chart, List<Row> rows, double largest) {
        Element table = page.add(block, "table", "bars");
        for (Row row : rows) {
            Element line = page.add(table, "tr", "");
            page.add(line, "th", "", row.label()).setAttribute("scope", "row");
            Element cell = page.add(line, "td", "");
            for (int i = 0; i < chart.columns().size(); i++) {
                Cell figure = row.cells().get(chart.columns().get(i));
                Element bar = page.add(cell, "div", "line");
                double width = LONGEST_BAR_PERCENT * size(figure) / largest;
                page.add(bar, "span", "bar colour" + i).setAttribute("style", style("width", width, "%"));
                page.add(bar, "span", ink(i, figure), words.cell(figure));
            }
        }
    }

    private void columns(Element block, ReportChart chart, List<Row> rows, double largest) {
        Element table = page.add(block, "table", "columns");
        Element bars = page.add(table, "tr", "");
        for (Row row : rows) {
            Element cell = page.add(bars, "td", "");
            for (int i = 0; i < chart.columns().size(); i++) {
                Cell figure = row.cells().get(chart.columns().get(i));
                Element standing = page.add(cell, "div", "standing");
                page.add(standing, "div", "value " + ink(i, figure), words.cell(figure));
                double height = HIGHEST_BAR_MM * size(figure) / largest;
                page.add(standing, "div", "colour" + i).setAttribute("style", style("height", height, "mm"));
            }
        }
        names(table, rows);
    }

    private void line(Element block, ReportChart chart, List<Row> rows, double largest) {
        Element drawing = page.add(block, "object", "lines");
        drawing.setAttribute("type", LineDrawer.TYPE);
        drawing.setAttribute("alt", chart.alternative());
        for (int column : chart.columns()) {
            String heights = String.join(
                    " ",
                    rows.stream()
                            .map(row -> row.cells().get(column))
                            .map(cell -> CellFact.of(cell).value() == null
                                    ? LineDrawer.NONE
                                    : Double.toString(size(cell) / largest))
                            .toList());
            page.add(drawing, "param", "").setAttribute("value", heights);
        }
        Element table = page.add(block, "table", "columns");
        names(table, rows);
        IntStream.range(0, chart.columns().size()).forEach(i -> {
            Element values = page.add(table, "tr", "values");
            rows.forEach(row -> page.add(
                    values,
                    "td",
                    ink(i, row.cells().get(chart.columns().get(i))),
                    words.cell(row.cells().get(chart.columns().get(i)))));
        });
    }

    private void names(Element table, List<Row> rows) {
        Element names = page.add(table, "tr", "");
        rows.forEach(row -> page.add(names, "th", "", row.label()).setAttribute("scope", "col"));
    }

    private static double largest(ReportChart chart, List<Row> rows) {
        return rows.stream()
                .flatMapToDouble(row -> chart.columns().stream()
                        .mapToDouble(column -> size(row.cells().get(column))))
                .max()
                .orElse(0);
    }

    private static double size(Cell cell) {
        @Nullable BigDecimal value = CellFact.of(cell).value();
        return value == null ? 0 : Math.max(0, value.doubleValue());
    }

    private static String ink(int series, Cell figure) {
        return "ink" + series + " " + CellFact.of(figure).status();
    }

    private static String style(String property, double size, String unit) {
        return String.format(Locale.ROOT, "%s: %.2f%s", property, size, unit);
    }
}

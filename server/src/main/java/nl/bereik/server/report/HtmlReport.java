package nl.bereik.server.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.bereik.server.report.KeyFigures.Figure;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Lays a report out as the HTML that {@link PdfReportWriter} paginates; looks are in report.css. */
final class HtmlReport {
    private static final int FIGURES_A_ROW = 4;
    /** Longer tables may break over pages. */
    private static final int MOST_ROWS_KEPT_TOGETHER = 18;

    private static final int MOST_COLUMNS_AT_FULL_SIZE = 6;

    private final Report report;
    private final ReportWords words;
    private final Statement statement;
    private final Map<String, ReportTable> tables;
    private final HtmlPage page;
    private final HtmlChart charts;

    HtmlReport(Report report, String css) {
        this.report = report;
        words = new ReportWords(report.basis().language());
        statement = new Statement(report.basis(), words);
        tables = report.tables();
        page = new HtmlPage(words.languageTag(), report.title());
        charts = new HtmlChart(page, words, statement);
        page.add(page.head(), "style", "", css);
    }

    /** With the style sheet in it. Can be called once. */
    Document document() {
        Element description = page.add(page.head(), "meta", "");
        description.setAttribute("name", "description");
        description.setAttribute("content", statement.brief());
        Element bookmarks = page.add(page.head(), "bookmarks", "");
        margins();
        opening();
        for (int i = 0; i < report.sections().size(); i++) {
            Section section = report.sections().get(i);
            String id = "section" + i;
            Element bookmark = page.add(bookmarks, "bookmark", "");
            bookmark.setAttribute("name", section.heading());
            bookmark.setAttribute("href", "#" + id);
            section(section, id);
        }
        return page.document();
    }

    private void margins() {
        Element head = row(page.add(page.body(), "div", "head"));
        page.add(head, "td", "", report.basis().organisation());
        Element title = page.add(head, "td", "end", report.title());
        if (report.basis().view() instanceof View.Management) {
            page.add(title, "span", "inside", words.text("view.management.mark"));
        }
        Element foot = row(page.add(page.body(), "div", "foot"));
        page.add(foot, "td", "", statement.brief());
        Element number = page.add(foot, "td", "end", words.text("page") + " ");
        page.add(number, "span", "page");
        number.appendChild(page.document().createTextNode(" " + words.text("page.of") + " "));
        page.add(number, "span", "pages");
    }

    private Element row(Element parent) {
        return page.add(page.add(parent, "table", ""), "tr", "");
    }

    private void opening() {
        page.add(page.body(), "h1", "", report.title());
        page.add(
                page.body(),
                "p",
                "subtitle",
                report.basis().organisation() + " · " + report.basis().period());
        Element basis = page.add(page.body(), "table", "basis");
        List<Statement.Line> lines = statement.lines();
        for (Statement.Line line : lines) {
            String place = line.equals(lines.get(0)) ? "first" : line.equals(lines.get(lines.size() - 1)) ? "last" : "";
            Element row = page.add(basis, "tr", place);
            page.add(row, "th", "", line.label()).setAttribute("scope", "row");
            page.add(row, "td", "", line.value());
        }
    }

    private void section(Section section, String id) {
        page.add(page.body(), "h2", "", section.heading()).setAttribute("id", id);
        section.ownWords()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> page.add(page.body(), "p", "own", line));
        for (Block block : section.blocks()) {
            if (block instanceof ReportTable table) {
                table(table);
            } else if (block instanceof KeyFigures figures) {
                keyFigures(figures);
            } else if (block instanceof ReportChart chart) {
                charts.add(chart, Objects.requireNonNull(tables.get(chart.table())));
            }
        }
    }

    private void keyFigures(KeyFigures figures) {
        Element keep = page.add(page.body(), "div", "keep");
        page.add(keep, "h3", "", figures.caption());
        Element table = page.add(keep, "table", "key");
        for (int start = 0; start < figures.figures().size(); start += FIGURES_A_ROW) {
            Element row = page.add(table, "tr", "");
            for (int i = start; i < start + FIGURES_A_ROW; i++) {
                if (i < figures.figures().size()) {
                    keyFigure(row, figures.figures().get(i));
                } else {
                    page.add(row, "td", "none");
                }
            }
        }
        statement.legend(List.of(figures.asTable(words))).forEach(line -> page.add(keep, "p", "note", line));
    }

    private void keyFigure(Element row, Figure figure) {
        Element cell = page.add(row, "td", "");
        page.add(cell, "div", "label", figure.label());
        page.add(cell, "div", "number", words.cell(figure.value()));
        page.add(cell, "div", "about", figure.basis());
    }

    private void table(ReportTable table) {
        String wide = table.columns().size() > MOST_COLUMNS_AT_FULL_SIZE ? "wide" : "";
        String keep = table.rows().size() <= MOST_ROWS_KEPT_TOGETHER ? "keep " : "";
        Element block = page.add(page.body(), "div", keep + wide);
        page.add(block, "h3", "", table.caption());
        Element figures = page.add(block, "table", "figures");
        Element headings = page.add(page.add(figures, "thead", ""), "tr", "");
        page.add(headings, "th", "label", table.rowHeading()).setAttribute("scope", "col");
        table.columns().forEach(column -> page.add(headings, "th", "", column).setAttribute("scope", "col"));
        Element body = page.add(figures, "tbody", "");
        table.rows().forEach(row -> row(body, row));
        if (table.rows().isEmpty()) {
            page.add(page.add(body, "tr", ""), "th", "", words.text("table.noRows"))
                    .setAttribute("colspan", Integer.toString(table.columns().size() + 1));
        }
        table.notes().forEach(note -> page.add(block, "p", "note", note));
        statement.legend(List.of(table)).forEach(line -> page.add(block, "p", "note", line));
    }

    private void row(Element body, Row row) {
        Element line = page.add(body, "tr", row.total() ? "total" : "");
        page.add(line, "th", "depth" + row.depth(), row.label()).setAttribute("scope", "row");
        for (Cell cell : row.cells()) {
            page.add(line, "td", CellFact.of(cell).status(), words.cell(cell));
        }
    }
}

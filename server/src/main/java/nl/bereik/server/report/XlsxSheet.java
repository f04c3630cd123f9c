package nl.bereik.server.report;

import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/** Fills one sheet of a workbook from the top. */
final class XlsxSheet {
    private static final String DARK_BLUE = "1B365D";
    private static final String PALE_BLUE = "E9EEF5";
    private static final String GREY = "5B6573";
    private static final int LABEL_WIDTH = 44;
    private static final int CELL_WIDTH = 18;
    private static final int TITLE_SIZE = 16;
    private static final int HEADING_SIZE = 12;
    private static final int WORDS_WIDTH = 4;
    private static final int LETTERS_A_LINE = 95;
    private static final double LINE_HEIGHT = 15.5;

    private final Worksheet sheet;
    private final ReportWords words;
    private int row;

    XlsxSheet(Worksheet sheet, ReportWords words) {
        this.sheet = sheet;
        this.words = words;
        sheet.width(0, LABEL_WIDTH);
        sheet.hideGridLines();
        sheet.setFitToPage(true);
        sheet.fitToHeight((short) 0);
    }

    void basis(Report report, Statement statement) {
        title(report.title(), statement);
        sheet.width(1, LABEL_WIDTH);
        for (Statement.Line line : statement.lines()) {
            sheet.value(row, 0, line.label());
            sheet.style(row, 0).bold().fontColor(DARK_BLUE).set();
            sheet.value(row, 1, line.value());
            row++;
        }
        row++;
        statement.legend(List.copyOf(report.tables().values())).forEach(this::note);
    }

    void section(Section section, Statement statement) {
        title(section.heading(), statement);
        for (String line : section.ownWords().split("\n", -1)) {
            if (!line.isEmpty()) {
                paragraph(line);
            }
        }
        List<ReportTable> tables = section.tables(words);
        for (ReportTable table : tables) {
            row++;
            table(table);
        }
        row++;
        statement.legend(tables).forEach(this::note);
    }

    private void title(String title, Statement statement) {
        sheet.value(0, 0, title);
        sheet.style(0, 0).bold().fontSize(TITLE_SIZE).fontColor(DARK_BLUE).set();
        sheet.value(1, 0, statement.brief());
        sheet.style(1, 0).fontColor(GREY).set();
        sheet.freezePane(1, 2);
        sheet.footer(statement.brief().replace("&", "&&"), Position.LEFT);
        row = 3;
    }

    private void paragraph(String text) {
        sheet.value(row, 0, text);
        sheet.range(row, 0, row, WORDS_WIDTH).merge();
        sheet.style(row, 0).wrapText(true).verticalAlignment("top").set();
        int lines = 1 + text.length() / LETTERS_A_LINE;
        sheet.rowHeight(row, Math.min(lines * LINE_HEIGHT, Worksheet.MAX_ROW_HEIGHT));
        row++;
    }

    private void table(ReportTable table) {
        sheet.value(row, 0, table.caption());
        sheet.style(row, 0).bold().fontSize(HEADING_SIZE).fontColor(DARK_BLUE).set();
        row++;
        int last = table.columns().size();
        sheet.value(row, 0, table.rowHeading());
        for (int column = 1; column <= last; column++) {
            sheet.value(row, column, table.columns().get(column - 1));
            sheet.width(column, CELL_WIDTH);
        }
        sheet.range(row, 0, row, last)
                .style()
                .bold()
                .wrapText(true)
                .fontColor("FFFFFF")
                .fillColor(DARK_BLUE)
                .set();
        sheet.range(row, 1, row, last).style().horizontalAlignment("right").set();
        row++;
        table.rows().forEach(this::figures);
        if (table.rows().isEmpty()) {
            note(words.text("table.noRows"));
        }
        table.notes().forEach(this::note);
    }

    private void figures(Row figures) {
        sheet.value(row, 0, figures.label());
        sheet.style(row, 0).indent(figures.depth()).wrapText(true).set();
        for (int column = 1; column <= figures.cells().size(); column++) {
            figure(column, figures.cells().get(column - 1));
        }
        var whole = sheet.range(row, 0, row, figures.cells().size()).style();
        if (figures.total()) {
            whole.bold().fillColor(PALE_BLUE);
        }
        whole.borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .borderColor(BorderSide.BOTTOM, PALE_BLUE)
                .set();
        row++;
    }

    private void figure(int column, Cell cell) {
        if (cell instanceof Cell.Count count) {
            number(column, BigDecimal.valueOf(count.value()), "#,##0");
        } else if (cell instanceof Cell.Percent percent) {
            number(column, percent.value().movePointLeft(2), percent.value().scale() > 0 ? "0.0%" : "0%");
        } else if (cell instanceof Cell.Minutes minutes) {
            number(column, BigDecimal.valueOf(minutes.value()), words.text("sheet.minutes"));
        } else {
            sheet.value(row, column, words.cell(cell));
            sheet.style(row, column)
                    .horizontalAlignment("right")
                    .fontColor(GREY)
                    .set();
        }
    }

    private void number(int column, BigDecimal number, String format) {
        sheet.value(row, column, number);
        sheet.style(row, column).horizontalAlignment("right").format(format).set();
    }

    private void note(String text) {
        sheet.value(row, 0, text);
        sheet.style(row, 0).italic().fontColor(GREY).set();
        row++;
    }
}

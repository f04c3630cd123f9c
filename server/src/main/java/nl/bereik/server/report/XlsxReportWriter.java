package nl.bereik.server.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A report as an Excel workbook: a first sheet that states the basis and what the marks mean, then one sheet for each
 * section, named after it, with the coordinator's own words and its tables under one another; the basis stands in each
 * sheet's first row, which stays in sight, and under each printed page. Figures are numbers (times in minutes, shares as
 * fractions shown in percents); a suppressed or missing figure is its mark as text. There are no formulas. Charts are
 * not in it. Two workbooks of the same report hold the same, but not byte for byte.
 */
public final class XlsxReportWriter implements ReportWriter {
    private static final int LONGEST_SHEET_NAME = 31;

    @Override
    public byte[] write(Report report) {
        ReportWords words = new ReportWords(report.basis().language());
        Statement statement = new Statement(report.basis(), words);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Bereik", null)) {
            workbook.setGlobalDefaultFont("Calibri", 11);
            workbook.properties().setTitle(report.title());
            Set<String> taken = new HashSet<>();
            Worksheet basis = workbook.newWorksheet(sheetName(words.text("sheet.basis"), taken));
            new XlsxSheet(basis, words).basis(report, statement);
            for (Section section : report.sections()) {
                Worksheet sheet = workbook.newWorksheet(sheetName(section.heading(), taken));
                new XlsxSheet(sheet, words).section(section, statement);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    /** Of the characters and the length that Excel takes, and not of another sheet; Excel does not tell cases apart. */
    private static String sheetName(String heading, Set<String> taken) {
        String plain = heading.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String name = cut(plain.isEmpty() ? "-" : plain, LONGEST_SHEET_NAME);
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            String suffix = " " + number;
            name = cut(plain, LONGEST_SHEET_NAME - suffix.length()) + suffix;
        }
        return name;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length).strip();
    }
}

package nl.bereik.server.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A report's basis put into words, in the language of the basis. */
public final class Statement {
    private final ReportBasis basis;
    private final ReportWords words;

    Statement(ReportBasis basis, ReportWords words) {
        this.basis = basis;
        this.words = words;
    }

    /** That of a report. */
    public static Statement of(Report report) {
        return new Statement(report.basis(), new ReportWords(report.basis().language()));
    }

    /** One thing that the figures rest on. */
    public record Line(String label, String value) {}

    /** All of it; the same lines in the same order for every view. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(line("organisation", basis.organisation()));
        lines.add(line(
                "period",
                words.text(
                        "basis.period.days", basis.period(), words.day(basis.firstDay()), words.day(basis.lastDay()))));
        lines.add(line("view", words.text("view." + basis.view().code() + ".long")));
        if (basis.view() instanceof View.Published published) {
            lines.add(line("threshold", words.text("basis.threshold.people", published.threshold())));
            lines.add(line(
                    "rounding",
                    published.rounding() == 1
                            ? words.text("basis.rounding.unlike")
                            : words.text("basis.rounding.to", published.rounding())));
            lines.add(line("release", published.release()));
        } else {
            List.of("threshold", "rounding", "release")
                    .forEach(name -> lines.add(line(name, words.text("basis.none"))));
        }
        lines.add(line("revised", revised()));
        lines.add(line("madeAt", words.moment(basis.madeAt(), basis.zone())));
        return lines;
    }

    /** View, period, threshold and release, short enough to stand under every page. */
    String brief() {
        String threshold = words.text("line.none");
        String release = threshold;
        if (basis.view() instanceof View.Published published) {
            threshold = Integer.toString(published.threshold());
            release = published.release();
        }
        return String.join(
                "  ·  ",
                words.text("line.view", words.text("view." + basis.view().code())),
                words.text("line.period", basis.period()),
                words.text("line.threshold", threshold),
                words.text("line.release", release));
    }

    /** What the marks in these tables mean, as far as they occur; suppressed first. */
    public List<String> legend(List<ReportTable> tables) {
        List<Cell> cells = tables.stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.cells().stream())
                .toList();
        List<String> legend = new ArrayList<>();
        if (cells.contains(Cell.suppressed())) {
            String mark = words.cell(Cell.suppressed());
            legend.add(
                    basis.view() instanceof View.Published published
                            ? words.text("legend.suppressed", mark, published.threshold())
                            : words.text("legend.suppressed.management", mark));
        }
        if (cells.contains(Cell.notAvailable())) {
            legend.add(words.text("legend.notAvailable", words.cell(Cell.notAvailable())));
        }
        return legend;
    }

    private String revised() {
        if (!(basis.view() instanceof View.Management management)) {
            return words.text("basis.revised.frozen");
        }
        Instant revisedAt = management.revisedAt();
        return revisedAt == null
                ? words.text("basis.revised.never")
                : words.text("basis.revised.last", words.moment(revisedAt, basis.zone()));
    }

    private Line line(String name, String value) {
        return new Line(words.text("basis." + name), value);
    }
}

package nl.bereik.server.report;

import java.util.List;

/**
 * A few figures that stand out.
 *
 * @param id as of a table, and unique among both
 * @param figures at least one, their labels occur once
 */
public record KeyFigures(String id, String caption, List<Figure> figures) implements Block {

    /**
     * One of them.
     *
     * @param basis what it counts or is compared with; may be empty
     */
    public record Figure(String label, Cell value, String basis) {
        public Figure {
            label = Text.line(label, "label");
            basis = Text.optionalLine(basis);
        }
    }

    public KeyFigures {
        ReportTable.requireId(id);
        caption = Text.line(caption, "caption");
        figures = List.copyOf(figures);
        if (figures.isEmpty() || figures.stream().map(Figure::label).distinct().count() < figures.size()) {
            throw new IllegalArgumentException("key figures " + id + " are none, or two of one name");
        }
    }

    /** The same figures as a table of one column; the bases become its notes. */
    ReportTable asTable(ReportWords words) {
        return new ReportTable(
                id,
                caption,
                words.text("figure"),
                List.of(words.text("value")),
                figures.stream()
                        .map(figure -> Row.of(figure.label(), figure.value()))
                        .toList(),
                figures.stream()
                        .filter(figure -> !figure.basis().isEmpty())
                        .map(figure -> figure.label() + ": " + figure.basis())
                        .toList());
    }
}

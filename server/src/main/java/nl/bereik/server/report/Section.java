package nl.bereik.server.report;

import java.util.List;

/**
 * A chapter of a report.
 *
 * @param ownWords what the coordinator wrote about it: lines, an empty one between paragraphs; may be empty
 * @param blocks in the order shown; may be empty
 */
public record Section(String heading, String ownWords, List<Block> blocks) {
    public Section {
        heading = Text.line(heading, "heading");
        ownWords = Text.lines(ownWords);
        blocks = List.copyOf(blocks);
    }

    /** Its tables in the order shown; key figures as tables of one column. */
    List<ReportTable> tables(ReportWords words) {
        return blocks.stream()
                .<ReportTable>mapMulti((block, found) -> {
                    if (block instanceof ReportTable table) {
                        found.accept(table);
                    } else if (block instanceof KeyFigures figures) {
                        found.accept(figures.asTable(words));
                    }
                })
                .toList();
    }
}

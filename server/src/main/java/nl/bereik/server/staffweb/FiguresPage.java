package nl.bereik.server.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one period as they are shown, every text ready for the language of the page.
 *
 * @param note what to know before reading the figures, such as that the period still runs
 * @param summary one sentence, read aloud when the figures change
 * @param attention what the coordinator should look at first; often empty
 */
record FiguresPage(
        String title,
        @Nullable String note,
        String summary,
        String asOf,
        boolean empty,
        Picker picker,
        List<String> attention,
        List<Tile> tiles,
        Crossing months,
        List<Breakdown> breakdowns,
        Crossing channelsAndAreas,
        Needs needs) {

    /** The needs raised in the period. */
    record Needs(List<Tile> tiles, List<Breakdown> breakdowns) {}

    /**
     * Leads to other periods.
     *
     * @param period the name of the one shown, as in "2025S1"
     * @param previous null when there is none
     * @param next null when it has not begun yet
     */
    record Picker(
            String name,
            String period,
            @Nullable Link previous,
            @Nullable Link next,
            List<Link> lengths) {}

    /** A period to go to. */
    record Link(String label, String period, boolean current) {}

    /** One figure with its basis. */
    record Tile(String id, String label, String value, String basis) {}

    /**
     * Contacts by one dimension.
     *
     * @param several whether a contact can count in more than one row
     */
    record Breakdown(String id, String title, boolean several, List<Row> rows) {}

    /** @param width of the bar, in percents of the widest */
    record Row(String label, String count, String share, int width) {}

    /** Contacts by two dimensions. */
    record Crossing(List<Column> columns, List<CrossingRow> rows, CrossingRow total) {}

    /** @param code by which the chart knows its colour */
    record Column(String code, String label) {}

    record CrossingRow(String label, List<Cell> cells, String total, String share) {}

    /** @param number the same as the text, for the chart */
    record Cell(long number, String text) {}
}

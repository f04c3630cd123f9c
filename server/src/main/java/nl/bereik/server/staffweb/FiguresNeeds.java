package nl.bereik.server.staffweb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reach.NeedCounts;
import nl.bereik.protocol.reach.NeedTable;
import nl.bereik.protocol.reach.ReachTable;
import nl.bereik.protocol.reach.Spread;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.staffweb.FiguresPage.Breakdown;
import nl.bereik.server.staffweb.FiguresPage.Row;
import nl.bereik.server.staffweb.FiguresPage.Tile;

/** Lays the figures of follow-up needs out. */
final class FiguresNeeds {
    private static final int PERCENT = 100;
    private static final int MEDIAN = 50;
    private static final int P90 = 90;

    private final Words words;
    private final ReferenceData reference;

    FiguresNeeds(Words words, ReferenceData reference) {
        this.words = words;
        this.reference = reference;
    }

    List<Tile> tiles(NeedCounts counts) {
        return List.of(
                new Tile(
                        "needs",
                        words.text("tile.needs"),
                        words.number(counts.needs()),
                        words.text("tile.needs.basis")),
                new Tile(
                        "needs-in-time",
                        words.text("tile.needsInTime"),
                        words.share(counts.inTime(), counts.withDeadline()),
                        words.text(
                                "tile.needsInTime.basis",
                                words.number(counts.inTime()),
                                words.number(counts.withDeadline()))),
                spread("needs-to-accept", "tile.needsToAccept", counts.toAccept()),
                spread("needs-to-done", "tile.needsToDone", counts.toDone()));
    }

    private Tile spread(String id, String key, Spread spread) {
        OptionalLong median = spread.percentile(MEDIAN);
        OptionalLong p90 = spread.percentile(P90);
        return new Tile(
                id,
                words.text(key),
                median.isPresent() ? span(median.getAsLong()) : words.text("tile.needs.noTime"),
                p90.isPresent()
                        ? words.text(key + ".basis", span(p90.getAsLong()), words.number(spread.count()))
                        : words.text("tile.needs.noTime.basis"));
    }

    private String span(long minutes) {
        return words.span(Duration.ofMinutes(minutes));
    }

    List<Breakdown> breakdowns(NeedCounts counts) {
        return Arrays.stream(NeedTable.values())
                .map(table -> breakdown(table, counts))
                .toList();
    }

    private Breakdown breakdown(NeedTable table, NeedCounts counts) {
        SortedMap<String, Long> cells = counts.table(table);
        long widest = cells.values().stream().mapToLong(Long::longValue).max().orElse(1);
        List<Row> rows = codes(table, cells).stream()
                .map(code -> new Row(
                        label(table, code),
                        words.cell(cells.getOrDefault(code, 0L)),
                        words.share(cells.getOrDefault(code, 0L), counts.needs()),
                        Math.toIntExact(cells.getOrDefault(code, 0L) * PERCENT / widest)))
                .toList();
        return new Breakdown("needs-" + table.dimension(), words.text("table.needs." + table.dimension()), false, rows);
    }

    /** Urgencies in their order, the others that occur, most frequent first. */
    private static List<String> codes(NeedTable table, SortedMap<String, Long> cells) {
        if (table == NeedTable.URGENCY) {
            return Arrays.stream(Urgency.values()).map(Enum::name).toList();
        }
        List<String> codes = new ArrayList<>(cells.keySet());
        codes.sort(Comparator.comparingLong((String code) -> cells.getOrDefault(code, 0L))
                .reversed());
        return codes;
    }

    private String label(NeedTable table, String code) {
        return switch (table) {
            case LIFE_DOMAIN -> words.label(ReachTable.TOPICS, code);
            case URGENCY -> words.text("Urgency." + code + ".short");
            case AREA -> code;
            case PARTNER ->
                code.equals(NeedTable.NONE)
                        ? words.text("table.needs.partner.none")
                        : reference.organisations().stream()
                                .filter(organisation -> organisation.code().equals(code))
                                .map(organisation -> organisation.name())
                                .findFirst()
                                .orElse(code);
        };
    }
}

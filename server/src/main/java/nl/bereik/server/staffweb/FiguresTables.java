package nl.bereik.server.staffweb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReachTable;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.staffweb.FiguresPage.Breakdown;
import nl.bereik.server.staffweb.FiguresPage.Cell;
import nl.bereik.server.staffweb.FiguresPage.Column;
import nl.bereik.server.staffweb.FiguresPage.Crossing;
import nl.bereik.server.staffweb.FiguresPage.CrossingRow;
import nl.bereik.server.staffweb.FiguresPage.Row;

/** Lays the tables of a period's figures out. */
final class FiguresTables {
    /** A contact can have more than one of these. */
    private static final Set<ReachTable> SEVERAL =
            EnumSet.of(ReachTable.TOPICS, ReachTable.SERVICES, ReachTable.SIGNALS, ReachTable.LANGUAGES);

    /** Without an order of their own: most frequent first. */
    private static final Set<ReachTable> BY_COUNT = EnumSet.of(
            ReachTable.AREA, ReachTable.TOPICS, ReachTable.SERVICES, ReachTable.LANGUAGES, ReachTable.WORK_FORM);

    private static final String UNKNOWN = "UNKNOWN";
    private static final int PERCENT = 100;

    private final Words words;
    private final ReferenceData reference;

    FiguresTables(Words words, ReferenceData reference) {
        this.words = words;
        this.reference = reference;
    }

    List<Breakdown> breakdowns(ReachCounts counts) {
        List<Breakdown> breakdowns = new ArrayList<>();
        for (ReachTable table : ReachTable.values()) {
            if (!table.isPair()) {
                breakdowns.add(breakdown(table, counts));
            }
        }
        return breakdowns;
    }

    private Breakdown breakdown(ReachTable table, ReachCounts counts) {
        SortedMap<String, Long> cells = counts.table(table);
        long widest = cells.values().stream().mapToLong(Long::longValue).max().orElse(1);
        List<Row> rows = codes(table, cells).stream()
                .map(code -> {
                    long count = cells.getOrDefault(code, 0L);
                    return new Row(
                            words.label(table, code),
                            words.cell(count),
                            words.share(count, counts.contacts()),
                            Math.toIntExact(count * PERCENT / widest));
                })
                .toList();
        return new Breakdown(table.dimension(), words.title(table), SEVERAL.contains(table), rows);
    }

    /** Contacts per month and channel; every month of the period and every channel on offer has its place. */
    Crossing months(ReachFigures figures) {
        List<String> channels = codes(ReachTable.CHANNEL, figures.counts().table(ReachTable.CHANNEL));
        List<CrossingRow> rows = figures.period()
                .eachMonth()
                .map(month -> {
                    Map<String, Long> cells = new HashMap<>();
                    figures.byMonthAndChannel()
                            .getOrDefault(month, new TreeMap<>())
                            .forEach((channel, count) -> cells.put(channel.name(), count));
                    List<Long> numbers = channels.stream()
                            .map(channel -> cells.getOrDefault(channel, 0L))
                            .toList();
                    return row(words.month(month), numbers, figures.counts().contacts());
                })
                .toList();
        return new Crossing(columns(channels), rows, totals(channels, figures.counts()));
    }

    /** Contacts per area and channel; areas without contacts are left out. */
    Crossing channelsAndAreas(ReachCounts counts) {
        SortedMap<String, Long> areas = counts.table(ReachTable.AREA);
        SortedMap<String, Long> pairs = counts.table(ReachTable.CHANNEL_AND_AREA);
        List<String> channels = codes(ReachTable.CHANNEL, counts.table(ReachTable.CHANNEL));
        List<CrossingRow> rows = codes(ReachTable.AREA, areas).stream()
                .filter(areas::containsKey)
                .map(area -> {
                    List<Long> numbers = channels.stream()
                            .map(channel -> pairs.getOrDefault(channel + ReachTable.PAIR + area, 0L))
                            .toList();
                    return row(area, numbers, counts.contacts());
                })
                .toList();
        return new Crossing(columns(channels), rows, totals(channels, counts));
    }

    private CrossingRow totals(List<String> channels, ReachCounts counts) {
        SortedMap<String, Long> cells = counts.table(ReachTable.CHANNEL);
        List<Long> numbers = channels.stream()
                .map(channel -> cells.getOrDefault(channel, 0L))
                .toList();
        return row(words.text("table.total"), numbers, counts.contacts());
    }

    private CrossingRow row(String label, List<Long> numbers, long whole) {
        long total = numbers.stream().mapToLong(Long::longValue).sum();
        List<Cell> cells = numbers.stream()
                .map(number -> new Cell(number, words.cell(number)))
                .toList();
        return new CrossingRow(label, cells, words.cell(total), words.share(total, whole));
    }

    private List<Column> columns(List<String> channels) {
        return channels.stream()
                .map(channel -> new Column(channel, words.label(ReachTable.CHANNEL, channel)))
                .toList();
    }

    /** Codes on offer, in their order, then those that occur without being on offer any more; unknown comes last. */
    private List<String> codes(ReachTable table, SortedMap<String, Long> cells) {
        Set<String> codes = new LinkedHashSet<>(
                switch (table) {
                    case AREA -> reference.areas();
                    case LANGUAGES -> reference.languages();
                    default -> reference.codeLists().getOrDefault(table.dimension(), List.of());
                });
        codes.addAll(cells.keySet());
        List<String> sorted = new ArrayList<>(codes);
        if (BY_COUNT.contains(table)) {
            sorted.sort(Comparator.comparingLong((String code) -> cells.getOrDefault(code, 0L))
                    .reversed());
        }
        if (sorted.remove(UNKNOWN)) {
            sorted.add(UNKNOWN);
        }
        return sorted;
    }
}

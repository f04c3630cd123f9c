package nl.bereik.server.staffweb;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.disclosure.Dimension;
import nl.bereik.server.publish.Chapter;
import nl.bereik.server.publish.Menu;
import nl.bereik.server.publish.MenuTable;
import nl.bereik.server.report.Cell;
import nl.bereik.server.report.ReportTable;
import nl.bereik.server.report.Row;
import nl.bereik.server.staffweb.ExploreChart.Key;
import nl.bereik.server.staffweb.ExploreChart.Numbers;

/**
 * Lays single tables of the closed menu out, each with a chart of it: those that reports show, and contacts per month by
 * channel. Plain: all it needs is passed in.
 */
final class ExplorePages {
    /** Contacts per month by channel; reports have no such table. */
    static final String MONTHS = "contacts-by-month-and-channel";

    private static final String AREAS = "contacts-by-channel-and-area";
    private static final List<String> OVERVIEW = List.of(MONTHS, AREAS, "contacts-by-services", "contacts-by-topics");
    private static final Set<String> IN_ORDER = Set.of("ageBand", "urgency", "month");
    private static final String ONE_COLOUR = "one";

    private final Words words;
    private final Menu menu;
    private final ReportCodes codes;
    private final ReportTables tables;
    private final LocalDate today;

    ExplorePages(Words words, ReferenceData reference, Menu menu, LocalDate today) {
        this.words = words;
        this.menu = menu;
        this.codes = new ReportCodes(words, reference);
        this.tables = new ReportTables(words, codes);
        this.today = today;
    }

    /** A table with its chart. @param none whether nothing of it was counted */
    record Sight(
            String id, String title, String alternative, boolean none, ExploreChart chart, ReportScreen.Table table) {}

    /** What can be shown, by chapter. */
    record Choices(String label, List<PeriodField.Option> options) {}

    /** The ids of all that can be shown. */
    static List<String> ids(Menu menu) {
        List<String> shown = tablesOf(menu);
        return Stream.concat(
                        Stream.of(MONTHS),
                        Arrays.stream(Chapter.values())
                                .flatMap(chapter -> chapter.tables().stream())
                                .filter(shown::contains))
                .toList();
    }

    /** Without single numbers, of which there is no chart. */
    private static List<String> tablesOf(Menu menu) {
        ReportingPeriod any = ReportingPeriod.parse("2000Q1");
        return menu.tables(ReachFigures.sum(any, List.of(), 0)).stream()
                .filter(table -> !table.dimensions().isEmpty())
                .map(MenuTable::id)
                .toList();
    }

    List<Choices> choices(String chosen) {
        List<String> ids = ids(menu);
        List<Choices> choices = new ArrayList<>();
        for (Chapter chapter : Chapter.values()) {
            List<PeriodField.Option> options = Stream.concat(
                            chapter == Chapter.CONTACTS ? Stream.of(MONTHS) : Stream.empty(),
                            chapter.tables().stream().filter(ids::contains))
                    .map(id -> new PeriodField.Option(id, title(id), id.equals(chosen)))
                    .toList();
            if (!options.isEmpty()) {
                choices.add(new Choices(words.text("report.chapter." + chapter), options));
            }
        }
        return choices;
    }

    /** @param show of {@link #ids}; empty for the overview */
    List<Sight> sights(ReachFigures figures, String show) {
        ReportColumn column = ReportColumn.exact(menu, figures);
        return (show.isEmpty() ? OVERVIEW : List.of(show))
                .stream()
                        .map(id -> id.equals(MONTHS) ? months(figures, column) : table(id, column))
                        .toList();
    }

    private String title(String id) {
        return id.equals(MONTHS) ? words.text("chart.months") : codes.table(id);
    }

    private Sight months(ReachFigures figures, ReportColumn column) {
        List<Key> keys = keys(dimension(column, AREAS, 1));
        List<String> channels = dimension(column, AREAS, 1).categories();
        boolean oneYear =
                figures.period().first().getYear() == figures.period().last().getYear();
        List<Row> rows = new ArrayList<>();
        List<Numbers> numbers = new ArrayList<>();
        figures.period().eachMonth().forEach(month -> {
            List<Long> parts = channels.stream()
                    .map(channel -> inMonth(figures, month, channel))
                    .toList();
            Numbers each = new Numbers(oneYear ? words.month(month) : words.monthOfYear(month), parts);
            numbers.add(each);
            rows.add(row(words.monthAndYear(month), parts, each.total(), false));
        });
        List<Long> totals = channels.stream()
                .map(channel -> figures.byMonthAndChannel().keySet().stream()
                        .mapToLong(month -> inMonth(figures, month, channel))
                        .sum())
                .toList();
        rows.add(row(words.text("table.total"), totals, figures.counts().contacts(), true));
        ReportTable table = new ReportTable(
                MONTHS,
                title(MONTHS),
                words.text("table.month"),
                Stream.concat(keys.stream().map(Key::label), Stream.of(words.text("table.total")))
                        .toList(),
                rows,
                List.of());
        return sight(
                table,
                ExploreChart.standing(keys, numbers, words),
                ofMonths(figures),
                figures.counts().contacts() == 0);
    }

    private static long inMonth(ReachFigures figures, YearMonth month, String channel) {
        SortedMap<Channel, Long> counts = figures.byMonthAndChannel().getOrDefault(month, Collections.emptySortedMap());
        return counts.entrySet().stream()
                .filter(each -> each.getKey().name().equals(channel))
                .mapToLong(each -> each.getValue())
                .sum();
    }

    private static Row row(String label, List<Long> parts, long total, boolean isTotal) {
        return new Row(
                label,
                Stream.concat(parts.stream(), Stream.of(total)).map(Cell::count).toList(),
                0,
                isTotal);
    }

    /** Of the months that have begun. */
    private String ofMonths(ReachFigures figures) {
        List<Numbers> months = figures.period()
                .eachMonth()
                .filter(month -> !month.isAfter(YearMonth.from(today)))
                .map(month -> new Numbers(
                        words.monthAndYear(month), List.of(figures.byMonth().getOrDefault(month, 0L))))
                .sorted(Comparator.comparingLong(Numbers::total).reversed())
                .toList();
        if (months.size() < 2) {
            return ofRows(months);
        }
        Numbers fewest = months.get(months.size() - 1);
        return words.text(
                "explore.alternative.months",
                words.number(figures.counts().contacts()),
                months.get(0).label(),
                words.number(months.get(0).total()),
                fewest.label(),
                words.number(fewest.total()));
    }

    private Sight table(String id, ReportColumn column) {
        ReportTable table = tables.of(id, List.of(column));
        List<Dimension> dimensions =
                Objects.requireNonNull(column.tables().get(id)).dimensions();
        boolean crossed = dimensions.size() > 1;
        List<Key> keys = crossed ? keys(dimensions.get(1)) : List.of(new Key(ONE_COLOUR, ""));
        List<Numbers> numbers = new ArrayList<>(table.rows().stream()
                .filter(row -> !row.total())
                .map(row -> new Numbers(
                        row.label(),
                        row.cells().stream()
                                .limit(keys.size())
                                .map(ExplorePages::number)
                                .toList()))
                .toList());
        List<Numbers> byCount = numbers.stream()
                .filter(each -> each.total() > 0)
                .sorted(Comparator.comparingLong(Numbers::total).reversed())
                .toList();
        boolean ordered = IN_ORDER.contains(dimensions.get(0).name());
        ExploreChart chart = id.equals("contacts-by-month")
                ? ExploreChart.standing(keys, numbers, words)
                : ExploreChart.lying(keys, ordered ? numbers : byCount, words);
        return sight(table, chart, ofRows(byCount), byCount.isEmpty());
    }

    private String ofRows(List<Numbers> byCount) {
        if (byCount.isEmpty()) {
            return words.text("explore.none");
        }
        Numbers first = byCount.get(0);
        if (byCount.size() == 1) {
            return words.text("explore.alternative.one", first.label(), words.number(first.total()));
        }
        Numbers second = byCount.get(1);
        return words.text(
                "explore.alternative.two",
                first.label(),
                words.number(first.total()),
                second.label(),
                words.number(second.total()));
    }

    private static long number(Cell cell) {
        return cell instanceof Cell.Count count ? count.value() : 0;
    }

    private Sight sight(ReportTable table, ExploreChart chart, String alternative, boolean none) {
        return new Sight(
                table.id(), table.caption(), alternative, none, chart, ReportScreen.table(table, false, words));
    }

    private static Dimension dimension(ReportColumn column, String table, int at) {
        return Objects.requireNonNull(column.tables().get(table)).dimensions().get(at);
    }

    private List<Key> keys(Dimension dimension) {
        return dimension.categories().stream()
                .map(code -> new Key(
                        code.toLowerCase(Locale.ROOT).replace('_', '-'), codes.category(dimension.name(), code)))
                .toList();
    }
}

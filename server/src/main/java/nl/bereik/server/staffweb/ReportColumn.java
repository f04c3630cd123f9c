package nl.bereik.server.staffweb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import nl.bereik.protocol.reach.NeedCounts;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reach.Spread;
import nl.bereik.server.disclosure.Dimension;
import nl.bereik.server.disclosure.Published;
import nl.bereik.server.publish.Menu;
import nl.bereik.server.publish.StoredRelease;
import nl.bereik.server.report.Cell;

/**
 * The figures of one period in the shape of a report's cells, whichever the view.
 *
 * @param tables by their ids
 * @param needs figures of follow-up needs that are no table, by their names, in the order shown; often empty
 */
record ReportColumn(ReportingPeriod period, Map<String, Filled> tables, Map<String, Cell> needs) {
    private static final int MEDIAN = 50;
    private static final int P90 = 90;

    /**
     * A table.
     *
     * @param frozen whether it is shown again as it was released before
     */
    record Filled(List<Dimension> dimensions, Map<nl.bereik.server.disclosure.Cell, Cell> cells, boolean frozen) {
        /** Nothing of a category that the table does not have is counted. */
        Cell at(nl.bereik.server.disclosure.Cell place) {
            return cells.getOrDefault(place, Cell.count(0));
        }

        Cell total() {
            return at(nl.bereik.server.disclosure.Cell.TOTAL);
        }
    }

    static ReportColumn exact(Menu menu, ReachFigures figures) {
        Map<String, Filled> tables = new LinkedHashMap<>();
        menu.tables(figures).forEach(table -> {
            Map<nl.bereik.server.disclosure.Cell, Cell> cells = new LinkedHashMap<>();
            table.counts().forEach((place, count) -> cells.put(place, Cell.count(count)));
            tables.put(table.id(), new Filled(table.dimensions(), cells, false));
        });
        return new ReportColumn(figures.period(), tables, needs(figures.needs()));
    }

    static ReportColumn released(StoredRelease stored) {
        Map<String, Filled> tables = new LinkedHashMap<>();
        stored.release().tables().forEach(table -> {
            Map<nl.bereik.server.disclosure.Cell, Cell> cells = new LinkedHashMap<>();
            table.cells()
                    .forEach((place, shown) -> cells.put(
                            place,
                            shown instanceof Published.Value value ? Cell.count(value.rounded()) : Cell.suppressed()));
            tables.put(table.name(), new Filled(table.dimensions(), cells, table.frozen()));
        });
        return new ReportColumn(stored.period(), tables, Map.of());
    }

    /** Not available when this period or view lacks the table. */
    Cell total(String table) {
        Filled filled = tables.get(table);
        return filled == null ? Cell.notAvailable() : filled.total();
    }

    /** As {@link #total}, of one category. */
    Cell at(String table, String dimension, String category) {
        Filled filled = tables.get(table);
        return filled == null
                ? Cell.notAvailable()
                : filled.at(nl.bereik.server.disclosure.Cell.of(dimension, category));
    }

    private static Map<String, Cell> needs(NeedCounts counts) {
        Map<String, Cell> needs = new LinkedHashMap<>();
        needs.put("needs", Cell.count(counts.needs()));
        needs.put("needs-in-time", Cell.percent(counts.inTime(), counts.withDeadline()));
        needs.put("needs-to-accept", minutes(counts.toAccept(), MEDIAN));
        needs.put("needs-to-accept-p90", minutes(counts.toAccept(), P90));
        needs.put("needs-to-done", minutes(counts.toDone(), MEDIAN));
        needs.put("needs-to-done-p90", minutes(counts.toDone(), P90));
        return needs;
    }

    private static Cell minutes(Spread spread, int percent) {
        OptionalLong minutes = spread.percentile(percent);
        return minutes.isPresent() ? Cell.minutes(minutes.getAsLong()) : Cell.notAvailable();
    }
}

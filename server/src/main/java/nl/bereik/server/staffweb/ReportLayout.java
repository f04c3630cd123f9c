package nl.bereik.server.staffweb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.server.disclosure.Release;
import nl.bereik.server.publish.Chapter;
import nl.bereik.server.publish.Menu;
import nl.bereik.server.publish.StoredRelease;
import nl.bereik.server.report.Block;
import nl.bereik.server.report.Cell;
import nl.bereik.server.report.IntakeOutflow;
import nl.bereik.server.report.IntakeOutflowTable;
import nl.bereik.server.report.Report;
import nl.bereik.server.report.ReportBasis;
import nl.bereik.server.report.ReportChart;
import nl.bereik.server.report.ReportTable;
import nl.bereik.server.report.Row;
import nl.bereik.server.report.Section;
import nl.bereik.server.report.View;
import org.jspecify.annotations.Nullable;

/** Lays a period's figures out as a report. Plain: all it needs is passed in. */
final class ReportLayout {
    private static final Set<String> IN_INTAKE = Set.of(
            "trajectories-started",
            "people-under-21",
            "people-under-18",
            "people-involuntary",
            "people-exited",
            "trajectories-running");
    private static final Set<String> DRAWN = Set.of("contacts-by-month", "contacts-by-channel");
    private static final String MONTHS = "contacts-by-month";

    private final Words words;
    private final ReferenceData reference;
    private final Locale language;
    private final ReportCodes codes;
    private final ReportTables tables;

    ReportLayout(Words words, ReferenceData reference, Locale language) {
        this.words = words;
        this.reference = reference;
        this.language = language;
        this.codes = new ReportCodes(words, reference);
        this.tables = new ReportTables(words, codes);
    }

    /**
     * Exact figures, for management.
     *
     * @param before those of the period before it
     * @param own what the coordinator wrote, by chapter
     * @param revisedAt when figures of these periods were last revised; null when never
     */
    Report management(
            Menu menu,
            ReachFigures now,
            ReachFigures before,
            Map<Chapter, String> own,
            @Nullable Instant revisedAt,
            Instant madeAt) {
        return report(
                new View.Management(revisedAt),
                madeAt,
                own,
                List.of(ReportColumn.exact(menu, now), ReportColumn.exact(menu, before)));
    }

    /** What a release shows. */
    Report published(StoredRelease stored) {
        Release release = stored.release();
        View view = new View.Published(release.threshold(), release.multiple(), release.id());
        return report(view, stored.at(), Map.of(), List.of(ReportColumn.released(stored)));
    }

    private Report report(View view, Instant madeAt, Map<Chapter, String> own, List<ReportColumn> columns) {
        ReportingPeriod period = columns.get(0).period();
        List<Section> sections = new ArrayList<>();
        for (Chapter chapter : Chapter.values()) {
            List<Block> blocks = blocks(chapter, columns);
            if (!blocks.isEmpty()) {
                sections.add(
                        new Section(words.text("report.chapter." + chapter), own.getOrDefault(chapter, ""), blocks));
            }
        }
        return new Report(
                words.text("report.title", words.period(period)),
                new ReportBasis(
                        view,
                        words.period(period),
                        period.first().atDay(1),
                        period.last().atEndOfMonth(),
                        madeAt,
                        reference.zone(),
                        reference.region(),
                        language),
                sections);
    }

    private List<Block> blocks(Chapter chapter, List<ReportColumn> columns) {
        List<Block> blocks = new ArrayList<>();
        if (chapter == Chapter.TRAJECTORIES) {
            blocks.add(IntakeOutflowTable.of(
                    "intake-and-outflow", columns.stream().map(this::intake).toList(), language));
        }
        List<Row> figures = figures(chapter, columns);
        if (!figures.isEmpty()) {
            String id = chapter.name().toLowerCase(Locale.ROOT) + "-figures";
            blocks.add(tables.figures(id, columns, figures));
        }
        for (String id : chapter.tables()) {
            ReportColumn.Filled filled = columns.get(0).tables().get(id);
            if (filled != null && !filled.dimensions().isEmpty()) {
                List<ReportColumn> shown = id.equals(MONTHS) ? columns.subList(0, 1) : columns;
                ReportTable table = tables.of(id, shown);
                blocks.add(table);
                if (DRAWN.contains(id)) {
                    blocks.add(chart(table));
                }
            }
        }
        return blocks;
    }

    private List<Row> figures(Chapter chapter, List<ReportColumn> columns) {
        List<Row> rows = new ArrayList<>();
        if (chapter == Chapter.CONTACTS) {
            rows.add(row(
                    words.text("table.contacts"),
                    columns.stream()
                            .map(column -> column.total("contacts-by-channel"))
                            .toList()));
        }
        for (String id : chapter.tables()) {
            ReportColumn.Filled filled = columns.get(0).tables().get(id);
            if (filled != null && filled.dimensions().isEmpty() && !IN_INTAKE.contains(id)) {
                rows.add(row(
                        codes.table(id),
                        columns.stream().map(column -> column.total(id)).toList()));
            }
        }
        if (chapter == Chapter.NEEDS) {
            for (String name : columns.get(0).needs().keySet()) {
                rows.add(row(
                        words.text("report.figure." + name),
                        columns.stream()
                                .map(column -> column.needs().getOrDefault(name, Cell.notAvailable()))
                                .toList()));
            }
        }
        return rows;
    }

    private static Row row(String label, List<Cell> cells) {
        return new Row(label, cells, 0, false);
    }

    private IntakeOutflow intake(ReportColumn column) {
        LocalDate end = column.period().last().atEndOfMonth();
        return new IntakeOutflow(
                words.period(column.period()),
                end,
                column.total("registrations-by-area"),
                column.total("consultations-by-area"),
                column.total("trajectories-started"),
                column.total("people-by-gender"),
                column.total("people-under-21"),
                column.total("people-under-18"),
                column.at("trajectories-by-end", "end", TrajectoryEnd.ENDED_EARLY.name()),
                column.total("people-exited"),
                column.total("trajectories-running"),
                column.total("people-involuntary"));
    }

    private ReportChart chart(ReportTable table) {
        List<Integer> drawn = table.columns().size() > 1 ? List.of(0, 1) : List.of(0);
        ReportChart.Kind kind = table.id().equals(MONTHS) ? ReportChart.Kind.COLUMN : ReportChart.Kind.BAR;
        return new ReportChart(
                kind,
                table.caption(),
                words.text("report.chart.alternative", table.caption(), String.join(", ", table.columns())),
                table.id(),
                drawn);
    }
}

package nl.bereik.server.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A whole report as one JSON object: {@code format}, {@code title}, {@code basis}, {@code sections} with their
 * {@code blocks}, each of a {@code kind} that is table, keyFigures or chart. A cell is an object of {@code status}
 * (value, suppressed, not-available), {@code value} and {@code unit} (count, percent, minutes); the latter two are null
 * when there is no figure.
 */
public final class JsonReportWriter implements ReportWriter {
    private static final String FORMAT = "bereik-report-1";

    @Override
    public byte[] write(Report report) {
        return object(members -> {
                    members.put("format", FORMAT);
                    members.put("title", report.title());
                    members.put("basis", basis(report.basis()));
                    members.put(
                            "sections",
                            report.sections().stream()
                                    .map(JsonReportWriter::section)
                                    .toList());
                })
                .bytes();
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String extension() {
        return "json";
    }

    private static JsonObject basis(ReportBasis basis) {
        View.@Nullable Published published = basis.view() instanceof View.Published p ? p : null;
        Instant revisedAt = basis.view() instanceof View.Management management ? management.revisedAt() : null;
        return object(members -> {
            members.put("view", basis.view().code());
            members.put("period", basis.period());
            members.put("firstDay", basis.firstDay().toString());
            members.put("lastDay", basis.lastDay().toString());
            members.put("threshold", published == null ? null : published.threshold());
            members.put("rounding", published == null ? null : published.rounding());
            members.put("release", published == null ? null : published.release());
            members.put("revisedAt", revisedAt == null ? null : revisedAt.toString());
            members.put("madeAt", basis.madeAt().toString());
            members.put("zone", basis.zone().getId());
            members.put("organisation", basis.organisation());
            members.put("language", basis.language().getLanguage());
        });
    }

    private static JsonObject section(Section section) {
        return object(members -> {
            members.put("heading", section.heading());
            members.put("ownWords", section.ownWords());
            members.put(
                    "blocks",
                    section.blocks().stream().map(JsonReportWriter::block).toList());
        });
    }

    private static JsonObject block(Block block) {
        if (block instanceof ReportTable table) {
            return table(table);
        }
        return block instanceof KeyFigures figures ? keyFigures(figures) : chart((ReportChart) block);
    }

    private static JsonObject table(ReportTable table) {
        return object(members -> {
            members.put("kind", "table");
            members.put("id", table.id());
            members.put("caption", table.caption());
            members.put("rowHeading", table.rowHeading());
            members.put("columns", table.columns());
            members.put("rows", table.rows().stream().map(JsonReportWriter::row).toList());
            members.put("notes", table.notes());
        });
    }

    private static JsonObject row(Row row) {
        return object(members -> {
            members.put("label", row.label());
            members.put("depth", row.depth());
            members.put("total", row.total());
            members.put(
                    "cells", row.cells().stream().map(JsonReportWriter::cell).toList());
        });
    }

    private static JsonObject keyFigures(KeyFigures figures) {
        return object(members -> {
            members.put("kind", "keyFigures");
            members.put("id", figures.id());
            members.put("caption", figures.caption());
            members.put(
                    "figures",
                    figures.figures().stream()
                            .map(figure -> object(inner -> {
                                inner.put("label", figure.label());
                                inner.put("cell", cell(figure.value()));
                                inner.put("basis", figure.basis());
                            }))
                            .toList());
        });
    }

    private static JsonObject chart(ReportChart chart) {
        return object(members -> {
            members.put("kind", "chart");
            members.put("drawnAs", chart.kind().name());
            members.put("caption", chart.caption());
            members.put("alternative", chart.alternative());
            members.put("table", chart.table());
            members.put("columns", chart.columns());
        });
    }

    private static JsonObject cell(Cell cell) {
        CellFact fact = CellFact.of(cell);
        return object(members -> {
            members.put("status", fact.status());
            members.put("value", number(fact.value()));
            members.put("unit", fact.unit());
        });
    }

    private static @Nullable Object number(@Nullable BigDecimal value) {
        return value == null || value.stripTrailingZeros().scale() > 0 ? value : (Object) value.longValueExact();
    }

    private static JsonObject object(Consumer<Map<String, @Nullable Object>> filling) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        filling.accept(members);
        return JsonObject.of(members);
    }
}

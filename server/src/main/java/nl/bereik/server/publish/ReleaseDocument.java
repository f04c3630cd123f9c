package nl.bereik.server.publish;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.disclosure.Cell;
import nl.bereik.server.disclosure.Count;
import nl.bereik.server.disclosure.Dimension;
import nl.bereik.server.disclosure.DisclosureRules;
import nl.bereik.server.disclosure.ExactTable;
import nl.bereik.server.disclosure.Parts;
import nl.bereik.server.disclosure.Published;
import nl.bereik.server.disclosure.PublishedTable;
import nl.bereik.server.disclosure.Release;
import nl.bereik.server.disclosure.Span;
import nl.bereik.server.disclosure.Subject;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A release as a document. The cells of a table stand in the order of {@link ExactTable#cellsOf}: a number, or null where
 * it is suppressed.
 */
final class ReleaseDocument {
    private static final String SUBJECT = "subject";
    private static final String PARTS = "parts";

    private ReleaseDocument() {}

    static Document of(StoredRelease stored) {
        Release release = stored.release();
        return new Document("_id", stored.number())
                .append("release", release.id())
                .append("period", stored.period().name())
                .append("by", stored.by())
                .append("at", Date.from(stored.at()))
                .append("revision", stored.revision())
                .append(
                        "tables",
                        release.tables().stream().map(ReleaseDocument::table).toList())
                .append(
                        "under",
                        release.underThreshold().stream()
                                .map(ReleaseDocument::count)
                                .toList());
    }

    static StoredRelease read(Document document) {
        Set<Count> under = new HashSet<>();
        document.getList("under", Document.class).forEach(each -> under.add(readCount(each)));
        return new StoredRelease(
                document.getInteger("_id"),
                ReportingPeriod.parse(document.getString("period")),
                document.getString("by"),
                document.getDate("at").toInstant(),
                document.get("revision", 0L),
                new Release(
                        document.getString("release"),
                        document.getList("tables", Document.class).stream()
                                .map(ReleaseDocument::readTable)
                                .toList(),
                        under));
    }

    private static Document table(PublishedTable table) {
        List<@Nullable Long> cells = new ArrayList<>();
        for (Published cell : table.cells().values()) {
            cells.add(cell instanceof Published.Value value ? value.rounded() : null);
        }
        return span(new Document("name", table.name()), table.span())
                .append(SUBJECT, table.subject().name())
                .append("kind", table.subject().kind().name())
                .append("overTime", table.subject().overTime().name())
                .append(
                        "dimensions",
                        table.dimensions().stream()
                                .map(dimension -> new Document("name", dimension.name())
                                        .append(PARTS, dimension.parts().name())
                                        .append("categories", dimension.categories()))
                                .toList())
                .append("threshold", table.rules().threshold())
                .append("roundTo", table.rules().roundTo())
                .append("frozen", table.frozen())
                .append("cells", cells);
    }

    private static PublishedTable readTable(Document document) {
        List<Dimension> dimensions = document.getList("dimensions", Document.class).stream()
                .map(each -> new Dimension(
                        each.getString("name"),
                        Parts.valueOf(each.getString(PARTS)),
                        each.getList("categories", String.class)))
                .toList();
        List<?> values = (List<?>) Objects.requireNonNull(document.get("cells"));
        Map<Cell, Published> cells = new LinkedHashMap<>();
        int place = 0;
        for (Cell cell : ExactTable.cellsOf(dimensions)) {
            Object value = values.get(place++);
            cells.put(
                    cell,
                    value instanceof Number number
                            ? new Published.Value(number.longValue())
                            : new Published.Suppressed());
        }
        return new PublishedTable(
                document.getString("name"),
                new Subject(
                        document.getString(SUBJECT),
                        Subject.Kind.valueOf(document.getString("kind")),
                        Parts.valueOf(document.getString("overTime"))),
                readSpan(document),
                dimensions,
                new DisclosureRules(document.getInteger("threshold"), document.getInteger("roundTo")),
                cells,
                document.getBoolean("frozen"));
    }

    private static Document count(Count count) {
        List<Document> categories = new ArrayList<>();
        count.cell()
                .categories()
                .forEach((dimension, category) ->
                        categories.add(new Document("dimension", dimension).append("category", category)));
        return span(new Document(SUBJECT, count.subject()), count.span()).append("cell", categories);
    }

    private static Count readCount(Document document) {
        TreeMap<String, String> categories = new TreeMap<>();
        document.getList("cell", Document.class)
                .forEach(each -> categories.put(each.getString("dimension"), each.getString("category")));
        return new Count(document.getString(SUBJECT), new Cell(categories), readSpan(document));
    }

    private static Document span(Document document, Span span) {
        return document.append("first", span.first().toString())
                .append("last", span.last().toString());
    }

    private static Span readSpan(Document document) {
        return new Span(YearMonth.parse(document.getString("first")), YearMonth.parse(document.getString("last")));
    }
}

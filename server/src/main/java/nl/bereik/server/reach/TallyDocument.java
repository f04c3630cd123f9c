package nl.bereik.server.reach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReachTable;
import org.bson.Document;

/** A tally as a document; cells are {@code {k, n}} in arrays, because a code may hold a dot. */
final class TallyDocument {
    private TallyDocument() {}

    /** All fields but the id, the revision and the fold. */
    static Document write(DayTally tally) {
        Document cells = new Document();
        tally.counts().cells().forEach((table, counts) -> {
            List<Document> array = new ArrayList<>();
            counts.forEach((code, count) -> array.add(new Document("k", code).append("n", count)));
            cells.append(table.name(), array);
        });
        return new Document("team", tally.team())
                .append("day", tally.day().toString())
                .append("contacts", tally.counts().contacts())
                .append("withoutCode", tally.counts().withoutCode())
                .append("cells", cells);
    }

    static DayTally read(Document document) {
        Map<ReachTable, SortedMap<String, Long>> cells = new EnumMap<>(ReachTable.class);
        Document stored = document.get("cells", Document.class);
        for (ReachTable table : ReachTable.values()) {
            SortedMap<String, Long> counts = new TreeMap<>();
            stored.getList(table.name(), Document.class, List.of())
                    .forEach(cell -> counts.put(cell.getString("k"), number(cell, "n")));
            cells.put(table, counts);
        }
        return new DayTally(
                document.getString("team"),
                LocalDate.parse(document.getString("day")),
                new ReachCounts(number(document, "contacts"), number(document, "withoutCode"), cells));
    }

    static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }
}

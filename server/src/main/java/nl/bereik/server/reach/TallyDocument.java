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

/**
 * A tally as a document; cells are {@code {k, n}} in arrays, because a code may hold a dot. {@code runs} holds the team
 * when afterwards more or fewer trajectories run, by {@code moreRunning}.
 */
final class TallyDocument {
    static final String TEAM = "team";
    static final String DAY = "day";
    static final String MORE_RUNNING = "moreRunning";
    static final String RUNS = "runs";

    private static final String NOT_RUNNING = "";

    private TallyDocument() {}

    /** All fields but the id, the revision and the fold. */
    static Document write(DayTally tally) {
        long moreRunning = tally.trajectories().moreRunning();
        return new Document(TEAM, tally.team())
                .append(DAY, tally.day().toString())
                .append("contacts", tally.counts().contacts())
                .append("withoutCode", tally.counts().withoutCode())
                .append("cells", tables(tally.counts().cells()))
                .append("needs", NeedCountsDocument.write(tally.needs()))
                .append("activities", EventCountsDocument.write(tally.activities()))
                .append("trajectories", EventCountsDocument.write(tally.trajectories()))
                .append(MORE_RUNNING, moreRunning)
                .append(RUNS, moreRunning == 0 ? NOT_RUNNING : tally.team());
    }

    static DayTally read(Document document) {
        return new DayTally(
                document.getString(TEAM),
                LocalDate.parse(document.getString(DAY)),
                new ReachCounts(
                        number(document, "contacts"),
                        number(document, "withoutCode"),
                        tables(document, ReachTable.class)),
                NeedCountsDocument.read(document.get("needs", Document.class)),
                EventCountsDocument.activities(document.get("activities", Document.class)),
                EventCountsDocument.trajectories(document.get("trajectories", Document.class)));
    }

    static <T extends Enum<T>> Document tables(Map<T, SortedMap<String, Long>> tables) {
        Document document = new Document();
        tables.forEach((table, counts) -> document.append(table.name(), cells(counts)));
        return document;
    }

    /** From the field {@code cells}; a table of a later server is passed over, one that is not there is empty. */
    static <T extends Enum<T>> Map<T, SortedMap<String, Long>> tables(Document document, Class<T> menu) {
        Map<T, SortedMap<String, Long>> tables = new EnumMap<>(menu);
        Document stored = document.get("cells", Document.class);
        for (T table : menu.getEnumConstants()) {
            tables.put(table, cells(stored, table.name()));
        }
        return tables;
    }

    static List<Document> cells(SortedMap<?, Long> counts) {
        List<Document> array = new ArrayList<>();
        counts.forEach((code, count) -> array.add(new Document("k", code.toString()).append("n", count)));
        return array;
    }

    static SortedMap<String, Long> cells(Document document, String field) {
        SortedMap<String, Long> counts = new TreeMap<>();
        document.getList(field, Document.class, List.of())
                .forEach(cell -> counts.put(cell.getString("k"), number(cell, "n")));
        return counts;
    }

    static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }
}

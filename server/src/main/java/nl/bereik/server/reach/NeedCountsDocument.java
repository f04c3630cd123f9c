package nl.bereik.server.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.bereik.protocol.reach.NeedCounts;
import nl.bereik.protocol.reach.NeedTable;
import nl.bereik.protocol.reach.Spread;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The needs of a tally as a document within it; tallies of earlier servers have none. */
final class NeedCountsDocument {
    private NeedCountsDocument() {}

    static Document write(NeedCounts counts) {
        return new Document("needs", counts.needs())
                .append("withDeadline", counts.withDeadline())
                .append("inTime", counts.inTime())
                .append("cells", TallyDocument.tables(counts.cells()))
                .append("toAccept", write(counts.toAccept()))
                .append("toDone", write(counts.toDone()));
    }

    private static List<Document> write(Spread spread) {
        List<Document> array = new ArrayList<>();
        spread.minutes().forEach((minutes, count) -> array.add(new Document("m", minutes).append("n", count)));
        return array;
    }

    static NeedCounts read(@Nullable Document document) {
        if (document == null) {
            return NeedCounts.zero();
        }
        return new NeedCounts(
                TallyDocument.number(document, "needs"),
                TallyDocument.tables(document, NeedTable.class),
                TallyDocument.number(document, "withDeadline"),
                TallyDocument.number(document, "inTime"),
                spread(document, "toAccept"),
                spread(document, "toDone"));
    }

    private static Spread spread(Document document, String field) {
        SortedMap<Long, Long> minutes = new TreeMap<>();
        document.getList(field, Document.class)
                .forEach(each -> minutes.put(TallyDocument.number(each, "m"), TallyDocument.number(each, "n")));
        return new Spread(minutes);
    }
}

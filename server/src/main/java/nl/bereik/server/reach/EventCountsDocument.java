package nl.bereik.server.reach;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.reach.ActivityCounts;
import nl.bereik.protocol.reach.ActivityTable;
import nl.bereik.protocol.reach.PersonEvents;
import nl.bereik.protocol.reach.TrajectoryCounts;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The activities and trajectories of a tally as documents within it; tallies of earlier servers have none. */
final class EventCountsDocument {
    private EventCountsDocument() {}

    static Document write(ActivityCounts counts) {
        return new Document("registrations", counts.registrations())
                .append("consultations", counts.consultations())
                .append("prevention", counts.prevention())
                .append("participants", TallyDocument.cells(counts.participants()))
                .append("cells", TallyDocument.tables(counts.cells()));
    }

    static ActivityCounts activities(@Nullable Document document) {
        if (document == null) {
            return ActivityCounts.zero();
        }
        SortedMap<Audience, Long> participants = new TreeMap<>();
        TallyDocument.cells(document, "participants")
                .forEach((audience, count) -> participants.put(Audience.valueOf(audience), count));
        return new ActivityCounts(
                TallyDocument.number(document, "registrations"),
                TallyDocument.number(document, "consultations"),
                TallyDocument.number(document, "prevention"),
                participants,
                TallyDocument.tables(document, ActivityTable.class));
    }

    static Document write(TrajectoryCounts counts) {
        SortedMap<TrajectoryEnd, Long> ended = new TreeMap<>(counts.ended());
        return new Document("started", write(counts.started()))
                .append("ended", TallyDocument.cells(ended))
                .append("exited", write(counts.exited()))
                .append("sustained", counts.sustained())
                .append("relapsed", counts.relapsed());
    }

    static TrajectoryCounts trajectories(@Nullable Document document) {
        if (document == null) {
            return TrajectoryCounts.zero();
        }
        Map<TrajectoryEnd, Long> ended = new EnumMap<>(TrajectoryEnd.class);
        TallyDocument.cells(document, "ended").forEach((end, count) -> ended.put(TrajectoryEnd.valueOf(end), count));
        return new TrajectoryCounts(
                persons(document, "started"),
                ended,
                persons(document, "exited"),
                TallyDocument.number(document, "sustained"),
                TallyDocument.number(document, "relapsed"));
    }

    private static List<Document> write(PersonEvents events) {
        List<Document> array = new ArrayList<>();
        events.cells().forEach((cell, count) -> {
            Document document = new Document("gender", cell.gender().name())
                    .append("ageBand", cell.ageBand().name())
                    .append("involuntary", cell.involuntary())
                    .append("n", count);
            if (cell.before() != null) {
                document.append("before", cell.before().toString());
            }
            array.add(document);
        });
        return array;
    }

    private static PersonEvents persons(Document document, String field) {
        SortedMap<PersonEvents.Cell, Long> cells = new TreeMap<>();
        for (Document each : document.getList(field, Document.class)) {
            String before = each.getString("before");
            cells.put(
                    new PersonEvents.Cell(
                            Gender.valueOf(each.getString("gender")),
                            AgeBand.valueOf(each.getString("ageBand")),
                            each.getBoolean("involuntary"),
                            before == null ? null : YearMonth.parse(before)),
                    TallyDocument.number(each, "n"));
        }
        return new PersonEvents(cells);
    }
}

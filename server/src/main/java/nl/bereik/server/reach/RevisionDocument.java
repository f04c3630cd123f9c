package nl.bereik.server.reach;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.contact.Counted;
import nl.bereik.server.reach.Revision.Difference;
import org.bson.Document;

/**
 * A revision as a document, {@code _id} its number. {@code state} is there until it has been carried out, and so are
 * {@code tallies} and {@code recounts}: of what was taken in no id is kept.
 */
final class RevisionDocument {
    static final String TOKEN = "token";
    static final String STATE = "state";
    static final String TALLIES = "tallies";
    static final String RECOUNTS = "recounts";
    static final String PROPOSED = "proposed";
    static final String BEGUN = "begun";

    private RevisionDocument() {}

    static Document write(RevisionPlan plan) {
        Revision revision = plan.revision();
        return new Document("_id", revision.number())
                .append("halfYear", revision.halfYear().name())
                .append("nth", revision.nth())
                .append("by", revision.by())
                .append("at", Date.from(revision.at()))
                .append("items", revision.items())
                .append(
                        "differences",
                        revision.differences().stream()
                                .map(RevisionDocument::write)
                                .toList())
                .append(TOKEN, plan.token())
                .append(STATE, plan.begun() ? BEGUN : PROPOSED)
                .append(
                        TALLIES,
                        plan.tallies().stream().map(TallyDocument::write).toList())
                .append(
                        RECOUNTS,
                        plan.recounts().stream().map(RevisionDocument::write).toList());
    }

    private static Document write(Difference difference) {
        return new Document("halfYear", difference.halfYear().name())
                .append("before", difference.before().text())
                .append("after", difference.after().text());
    }

    private static Document write(Recount recount) {
        Document document = new Document("kind", recount.kind().name())
                .append("id", recount.id().toString());
        LocalDate on = recount.counted().on();
        return on == null
                ? document
                : document.append("on", on.toString())
                        .append("place", recount.counted().place());
    }

    static Revision revision(Document document) {
        return new Revision(
                document.getLong("_id"),
                ReportingPeriod.parse(document.getString("halfYear")),
                document.getInteger("nth"),
                document.getString("by"),
                document.getDate("at").toInstant(),
                document.getInteger("items"),
                document.getList("differences", Document.class).stream()
                        .map(RevisionDocument::difference)
                        .toList());
    }

    static RevisionPlan plan(Document document) {
        return new RevisionPlan(
                revision(document),
                document.getString(TOKEN),
                BEGUN.equals(document.getString(STATE)),
                document.getList(TALLIES, Document.class).stream()
                        .map(TallyDocument::read)
                        .toList(),
                document.getList(RECOUNTS, Document.class).stream()
                        .map(RevisionDocument::recount)
                        .toList());
    }

    private static Difference difference(Document document) {
        return new Difference(
                ReportingPeriod.parse(document.getString("halfYear")),
                json(document.getString("before")),
                json(document.getString("after")));
    }

    private static JsonObject json(String text) {
        return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Recount recount(Document document) {
        String on = document.getString("on");
        return new Recount(
                Recount.Kind.valueOf(document.getString("kind")),
                UUID.fromString(document.getString("id")),
                on == null ? Counted.NOWHERE : new Counted(LocalDate.parse(on), document.getInteger("place")));
    }
}

package nl.bereik.server.event;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.UUID;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.protocol.trajectory.TrajectoryStepCodec;
import nl.bereik.server.event.StoredEvent.Content;
import nl.bereik.server.event.StoredEvent.OfActivity;
import nl.bereik.server.event.StoredEvent.OfTrajectory;
import nl.bereik.server.period.TeamDay;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An event as a document, {@code _id} its item: what happened as its JSON text. {@code trajectory} and
 * {@code continues} hold the team and a trajectory's id, {@code need} the team and the id of the need from which it
 * started, {@code toldBy} the install and the month of the step, {@code startOf} the team of a start; {@code uncounted}
 * is there until its day has been counted again. One of which only the taking back has arrived has no {@code hash}.
 */
final class EventDocument {
    static final String TEAM = "team";
    static final String INSTALL = "install";
    static final String HASH = "hash";
    static final String KIND = "kind";
    static final String TEAM_DAY = "teamDay";
    static final String TRAJECTORY = "trajectory";
    static final String CONTINUES = "continues";
    static final String TOLD_BY = "toldBy";
    static final String START_OF = "startOf";
    static final String NEED = "need";
    static final String TAKEN_BACK = "takenBack";
    static final String REV = "rev";
    static final String UNCOUNTED = "uncounted";
    static final String COUNTED = "counted";
    static final String LATE = "late";

    private EventDocument() {}

    /** All but the id, the team and the revision. */
    static Document content(StoredEvent event) {
        Document document = new Document(
                        TEAM_DAY, new TeamDay(event.team(), event.content().on()).id())
                .append(INSTALL, event.install())
                .append(HASH, event.hash().toString())
                .append("receivedOn", event.receivedOn().toString())
                .append(UNCOUNTED, true);
        if (event.content() instanceof OfActivity of) {
            return document.append(KIND, of.activity().kind())
                    .append("body", ActivityCodec.encode(of.activity()).text());
        }
        TrajectoryStep step = ((OfTrajectory) event.content()).step();
        document.append(KIND, TrajectoryStepCodec.KIND)
                .append("body", TrajectoryStepCodec.encode(step).text())
                .append(TRAJECTORY, inTeam(event.team(), step.trajectory()))
                .append(TOLD_BY, toldBy(event.install(), YearMonth.from(step.on())));
        if (step.what() instanceof Start start) {
            document.append(START_OF, event.team());
            if (start.continues() != null) {
                document.append(CONTINUES, inTeam(event.team(), start.continues()));
            }
            if (start.need() != null) {
                document.append(NEED, inTeam(event.team(), start.need()));
            }
        }
        return document;
    }

    static Document write(StoredEvent event) {
        Document document = content(event);
        return document.append("_id", event.opId().toString())
                .append(TEAM, event.team())
                .append(REV, 1L);
    }

    static String inTeam(String team, UUID id) {
        return team + '/' + id;
    }

    /** The id in what {@link #inTeam} made. */
    static UUID idInTeam(String text) {
        return UUID.fromString(text.substring(text.lastIndexOf('/') + 1));
    }

    static String toldBy(String install, YearMonth month) {
        return install + '/' + month;
    }

    /** Null when only its taking back has arrived. */
    static @Nullable CountableEvent read(Document document) {
        String kind = document.getString(KIND);
        return kind == null
                ? null
                : new CountableEvent(
                        UUID.fromString(document.getString("_id")),
                        document.getString(TEAM),
                        document.getLong(REV),
                        document.getBoolean(UNCOUNTED, false),
                        content(kind, document.getString("body")),
                        document.getBoolean(TAKEN_BACK, false),
                        document.getBoolean(COUNTED, false),
                        document.getString(LATE));
    }

    private static Content content(String kind, String text) {
        JsonObject body = Json.readObject(text.getBytes(StandardCharsets.UTF_8));
        return kind.equals(TrajectoryStepCodec.KIND)
                ? new OfTrajectory(whole(TrajectoryStepCodec.decode(body)))
                : new OfActivity(whole(ActivityCodec.decode(kind, body)));
    }

    private static <T> T whole(Decoded<T> decoded) {
        if (decoded instanceof Decoded.Whole<T> whole) {
            return whole.value();
        }
        throw new IllegalStateException("an event that was sound when it was stored");
    }
}

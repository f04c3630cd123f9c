package nl.bereik.server.need;

import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.server.period.TeamDay;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A need as a document: what was raised as its JSON text, where it stands, and its history in an array. {@code open}
 * holds the team while something is to be done, {@code closed} the team and day once nothing is; {@code alerting} and
 * {@code ruled} are there while somebody has to be told, or the rules to look, {@code alertAt} and {@code rulesAt} when
 * at the earliest; {@code uncounted} is there until the day of its raising has been counted again, {@code counted} says whether it
 * counts there, and {@code lateFor} for which half-year it was raised too late.
 */
final class NeedDocument {
    static final String HASH = "hash";
    static final String REV = "rev";
    static final String OPEN = "open";
    static final String CLOSED = "closed";
    static final String HISTORY = "history";
    static final String OP_ID = "opId";
    static final String STATUS = "status";
    static final String ASSIGNEE = "assignee";
    static final String BESIDE = "beside";
    static final String ALERTS = "alerts";
    static final String ALERTING = "alerting";
    static final String ALERT_AT = "alertAt";
    static final String CLAIMED_BY = "claimedBy";
    static final String CLAIMED_UNTIL = "claimedUntil";
    static final String TEAM = "team";
    static final String ON = "on";
    static final String TEAM_DAY = "teamDay";
    static final String UNCOUNTED = "uncounted";
    static final String COUNTED = "counted";
    static final String FENCES = "fences";
    static final String LATE_FOR = "lateFor";
    static final String LATE = "late";
    static final String RULED = "ruled";
    static final String RULES_AT = "rulesAt";

    private NeedDocument() {}

    static Document write(StoredNeed stored) {
        Document document = new Document("_id", stored.id().toString())
                .append(TEAM, stored.team())
                .append(ON, stored.need().on().toString())
                .append(TEAM_DAY, stored.teamDay().id())
                .append(UNCOUNTED, true)
                .append("install", stored.install())
                .append(HASH, stored.hash().toString())
                .append("receivedAt", Date.from(stored.receivedAt()))
                .append("need", NeedCodec.encode(stored.need()).text())
                .append("raiser", stored.state().raiser())
                .append(STATUS, stored.state().status().name())
                .append(BESIDE, List.copyOf(stored.state().beside()))
                .append(REV, stored.rev())
                .append(OPEN, stored.team())
                .append(
                        HISTORY,
                        stored.history().stream().map(NeedDocument::write).toList());
        if (!stored.alerts().isEmpty()) {
            document.append(
                            ALERTS,
                            stored.alerts().stream().map(NeedDocument::write).toList())
                    .append(ALERTING, true)
                    .append(ALERT_AT, Date.from(first(stored.alerts())));
        }
        if (stored.rulesAt() != null) {
            document.append(RULED, true).append(RULES_AT, Date.from(stored.rulesAt()));
        }
        return document;
    }

    /** What a move changes. */
    static List<Bson> updates(StoredNeed before, NeedMove move) {
        NeedState after = move.state();
        List<Bson> updates = new ArrayList<>(updates(move.alerts()));
        updates.add(Updates.set(STATUS, after.status().name()));
        updates.add(Updates.set(BESIDE, List.copyOf(after.beside())));
        updates.add(Updates.push(HISTORY, write(move.done())));
        updates.add(Updates.inc(REV, 1L));
        updates.add(Updates.set(UNCOUNTED, true));
        updates.add(setOrUnset(ASSIGNEE, after.assignee()));
        boolean closed = after.status().isClosed();
        updates.add(setOrUnset(OPEN, closed ? null : before.team()));
        updates.add(setOrUnset(CLOSED, closed ? new TeamDay(before.team(), move.on()).id() : null));
        updates.add(setOrUnset(RULED, move.rulesAt() == null ? null : true));
        updates.add(setOrUnset(RULES_AT, move.rulesAt() == null ? null : Date.from(move.rulesAt())));
        return updates;
    }

    /** What other alerts change. */
    static List<Bson> updates(List<Alert> alerts) {
        boolean none = alerts.isEmpty();
        return List.of(
                setOrUnset(
                        ALERTS,
                        none ? null : alerts.stream().map(NeedDocument::write).toList()),
                setOrUnset(ALERTING, none ? null : true),
                setOrUnset(ALERT_AT, none ? null : Date.from(first(alerts))));
    }

    private static Bson setOrUnset(String field, @Nullable Object value) {
        return value == null ? Updates.unset(field) : Updates.set(field, value);
    }

    private static Instant first(List<Alert> alerts) {
        return alerts.stream().map(Alert::dueAt).min(Instant::compareTo).orElseThrow();
    }

    private static Document write(Alert alert) {
        return new Document("id", alert.id().toString())
                .append("to", alert.to())
                .append("asks", alert.asks().name())
                .append("urgent", alert.urgent())
                .append("firstAt", Date.from(alert.firstAt()))
                .append("dueAt", Date.from(alert.dueAt()))
                .append("tries", alert.tries())
                .append("reached", alert.reached().stream().sorted().toList());
    }

    private static Alert alert(Document document) {
        return new Alert(
                UUID.fromString(document.getString("id")),
                document.getString("to"),
                Alert.Asks.valueOf(document.get("asks", Alert.Asks.TO_TAKE.name())),
                document.getBoolean("urgent"),
                at(document, "firstAt"),
                at(document, "dueAt"),
                document.getInteger("tries"),
                Set.copyOf(document.getList("reached", String.class)));
    }

    static Document write(StoredNeed.Done done) {
        NeedEvent event = done.event();
        Document document = new Document(OP_ID, done.opId().toString())
                .append("what", event.what())
                .append("by", event.by())
                .append("at", Date.from(event.at()));
        if (event.to() != null) {
            document.append("to", event.to());
        }
        if (event.why() != null) {
            document.append("why", event.why());
        }
        return document;
    }

    static CountableNeed countable(Document document) {
        return new CountableNeed(
                read(document),
                document.getInteger(FENCES, 0),
                document.getBoolean(UNCOUNTED, false),
                document.getBoolean(COUNTED, false),
                document.getString(LATE_FOR));
    }

    static StoredNeed read(Document document) {
        return new StoredNeed(
                UUID.fromString(document.getString("_id")),
                document.getString("install"),
                document.getString(TEAM),
                ContentHash.parse(document.getString(HASH)),
                at(document, "receivedAt"),
                need(document.getString("need")),
                new NeedState(
                        NeedStatus.valueOf(document.getString(STATUS)),
                        document.getString("raiser"),
                        document.getString(ASSIGNEE),
                        Set.copyOf(document.getList(BESIDE, String.class, List.of()))),
                document.getLong(REV),
                document.getList(HISTORY, Document.class, List.of()).stream()
                        .map(NeedDocument::done)
                        .toList(),
                document.getList(ALERTS, Document.class, List.of()).stream()
                        .map(NeedDocument::alert)
                        .toList(),
                Set.copyOf(document.getList(LATE, String.class, List.of())),
                document.getDate(RULES_AT) == null ? null : at(document, RULES_AT));
    }

    static TeamDay teamDay(Document document) {
        return new TeamDay(document.getString(TEAM), LocalDate.parse(document.getString(ON)));
    }

    private static StoredNeed.Done done(Document document) {
        return new StoredNeed.Done(
                UUID.fromString(document.getString(OP_ID)),
                new NeedEvent(
                        document.getString("what"),
                        document.getString("by"),
                        at(document, "at"),
                        document.getString("to"),
                        document.getString("why")));
    }

    private static FollowUpNeed need(String text) {
        Decoded<FollowUpNeed> decoded = NeedCodec.decode(Json.readObject(text.getBytes(StandardCharsets.UTF_8)));
        if (decoded instanceof Decoded.Whole<FollowUpNeed> whole) {
            return whole.value();
        }
        throw new IllegalStateException("a need that was sound when it was stored");
    }

    private static Instant at(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}

package nl.bereik.mobile.backlog;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.mobile.backlog.LineProblem.Reason;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.json.MalformedJsonException;
import nl.bereik.protocol.reference.ReferenceData;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one import file, one after the other: a line may refer to those before it. */
final class BacklogLines {
    private final LocalDate today;
    private final ReferenceData reference;
    private final EventLines events;

    /**
     * @param today the last day that anything may lie on
     * @param secret gives the trajectories of the file their ids
     */
    BacklogLines(LocalDate today, ReferenceData reference, ImportSecret secret) {
        this.today = today;
        this.reference = reference;
        this.events = new EventLines(today, reference, secret);
    }

    BacklogLine read(long number, ByteLines.Line line) throws LineRefusedException {
        if (line.tooLong()) {
            throw new LineRefusedException(number, "", Reason.TOO_LONG);
        }
        JsonObject json;
        try {
            json = Json.readObject(line.bytes());
        } catch (MalformedJsonException e) {
            throw new LineRefusedException(number, "", Reason.BROKEN_JSON);
        }
        Object kind = json.get("kind");
        if (kind == null) {
            throw new LineRefusedException(number, "kind", Reason.MISSING_FIELD);
        }
        if (ContactCodec.KIND.equals(kind)) {
            return contact(number, json);
        }
        if (kind instanceof String name && ActivityCodec.KINDS.contains(name)) {
            return events.activity(number, name, json);
        }
        if (kind instanceof String name && EventLines.STEPS.contains(name)) {
            return events.step(number, name, json);
        }
        throw new LineRefusedException(number, "kind", Reason.UNKNOWN_KIND);
    }

    private BacklogLine contact(long number, JsonObject json) throws LineRefusedException {
        if (json.members().containsKey("codeGiven")) {
            throw new LineRefusedException(number, "codeGiven", Reason.UNKNOWN_FIELD);
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>(json.members());
        body.remove("kind");
        String note = takeText(number, body, "note");
        // The code itself goes no further than this: there is no safe way for it yet.
        body.put("codeGiven", takeText(number, body, "code") != null);
        ContactMoment contact = whole(number, ContactCodec.decode(JsonObject.of(body)));
        requireKnown(number, contact.more());
        requireNone(number, contact.problems(today, reference.areaCodes()));
        return new BacklogLine.OfContact(ImportSecret.contentOf(json), contact, note);
    }

    private static @Nullable String takeText(long number, Map<String, @Nullable Object> body, String field)
            throws LineRefusedException {
        Object value = body.remove(field);
        if (value == null || value instanceof String text && text.isBlank()) {
            return null;
        }
        if (value instanceof String text) {
            return text;
        }
        throw new LineRefusedException(number, field, Reason.WRONG_TYPE);
    }

    static <T> T whole(long number, Decoded<T> decoded) throws LineRefusedException {
        if (decoded instanceof Decoded.Whole<T> whole) {
            return whole.value();
        }
        throw LineRefusedException.of(number, ((Decoded.Faulty<T>) decoded).problems());
    }

    static void requireKnown(long number, Map<String, @Nullable Object> more) throws LineRefusedException {
        for (String field : more.keySet()) {
            throw new LineRefusedException(number, field, Reason.UNKNOWN_FIELD);
        }
    }

    static void requireNone(long number, List<FieldProblem> problems) throws LineRefusedException {
        if (!problems.isEmpty()) {
            throw LineRefusedException.of(number, problems);
        }
    }
}

package nl.bereik.mobile.backlog;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.bereik.mobile.backlog.LineProblem.Reason;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * One line of an import file, read.
 *
 * @param content what the line's identity is made of
 * @param note readable text that goes no further unsealed; null when there is none
 */
record BacklogLine(
        String content, ContactMoment contact, @Nullable String note) {
    private static final Set<String> KINDS_TO_COME = Set.of(
            "registration", "consultation", "prevention", "trajectory-start", "trajectory-phase", "trajectory-end");

    /** A line that was not accepted, with every reason. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<LineProblem> problems;

        private RefusedException(List<LineProblem> problems) {
            this.problems = problems;
        }

        private RefusedException(long line, String field, Reason reason) {
            this(List.of(new LineProblem(line, field, reason)));
        }

        List<LineProblem> problems() {
            return problems;
        }
    }

    /**
     * Reads a line.
     *
     * @param today the last day that a contact may lie on
     * @param areas the codes of the areas known
     */
    static BacklogLine read(long number, ByteLines.Line line, LocalDate today, Set<String> areas)
            throws RefusedException {
        if (line.tooLong()) {
            throw new RefusedException(number, "", Reason.TOO_LONG);
        }
        JsonObject json;
        try {
            json = Json.readObject(line.bytes());
        } catch (MalformedJsonException e) {
            throw new RefusedException(number, "", Reason.BROKEN_JSON);
        }
        requireContact(number, json);
        Map<String, @Nullable Object> body = new LinkedHashMap<>(json.members());
        body.remove("kind");
        String note = takeText(number, body, "note");
        // The code itself goes no further than this: there is no safe way for it yet.
        body.put("codeGiven", takeText(number, body, "code") != null);
        ContactMoment contact = contact(number, body);
        List<FieldProblem> problems = contact.problems(today, areas);
        if (!problems.isEmpty()) {
            throw refused(number, problems);
        }
        return new BacklogLine(ImportSecret.contentOf(json), contact, note);
    }

    private static void requireContact(long number, JsonObject json) throws RefusedException {
        Object kind = json.get("kind");
        if (kind == null) {
            throw new RefusedException(number, "kind", Reason.MISSING_FIELD);
        }
        if (!ContactCodec.KIND.equals(kind)) {
            throw new RefusedException(
                    number,
                    "kind",
                    kind instanceof String name && KINDS_TO_COME.contains(name) ? Reason.NOT_YET : Reason.UNKNOWN_KIND);
        }
        if (json.members().containsKey("codeGiven")) {
            throw new RefusedException(number, "codeGiven", Reason.UNKNOWN_FIELD);
        }
    }

    private static ContactMoment contact(long number, Map<String, @Nullable Object> body) throws RefusedException {
        Decoded<ContactMoment> decoded = ContactCodec.decode(JsonObject.of(body));
        if (decoded instanceof Decoded.Faulty<ContactMoment> faulty) {
            throw refused(number, faulty.problems());
        }
        ContactMoment contact = ((Decoded.Whole<ContactMoment>) decoded).value();
        for (String field : contact.more().keySet()) {
            throw new RefusedException(number, field, Reason.UNKNOWN_FIELD);
        }
        return contact;
    }

    private static @Nullable String takeText(long number, Map<String, @Nullable Object> body, String field)
            throws RefusedException {
        Object value = body.remove(field);
        if (value == null || value instanceof String text && text.isBlank()) {
            return null;
        }
        if (value instanceof String text) {
            return text;
        }
        throw new RefusedException(number, field, Reason.WRONG_TYPE);
    }

    private static RefusedException refused(long number, List<FieldProblem> problems) {
        return new RefusedException(problems.stream()
                .map(problem -> LineProblem.of(number, problem))
                .toList());
    }
}

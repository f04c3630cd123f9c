package nl.bereik.protocol.need;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Predicate;
import nl.bereik.protocol.care.AccountName;
import nl.bereik.protocol.contact.BodyReader;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.reference.Organisation;
import org.jspecify.annotations.Nullable;

/** The body of an item of kind {@value #KIND}, schema {@value #SCHEMA}: a follow-up need that is raised. */
public final class NeedCodec {
    /** The item kind that this codec reads and writes. */
    public static final String KIND = "need";

    /** The version of the body's shape. */
    public static final int SCHEMA = 1;

    /** The fields that hold sealed texts. Readable text there is wrong, whatever else is not understood. */
    public static final List<String> SEALED = List.of("hint", "meeting", "note");

    private NeedCodec() {}

    /** What is absent, empty or false is left out. */
    public static JsonObject encode(FollowUpNeed need) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        put(body, "contact", need.contact());
        body.put("on", need.on().toString());
        body.put("area", need.area());
        body.put("lifeDomain", need.lifeDomain().name());
        body.put("urgency", need.urgency().name());
        put(body, "language", need.language());
        put(body, "partner", need.partner());
        put(body, "person", need.person());
        if (need.consent()) {
            body.put("consent", true);
        }
        if (!need.signals().isEmpty()) {
            body.put("signals", need.signals().stream().map(Enum::name).toList());
        }
        put(body, "hint", need.hint());
        put(body, "meeting", need.meeting());
        put(body, "note", need.note());
        need.more().forEach(body::putIfAbsent);
        return JsonObject.of(body);
    }

    /**
     * Reads a body; fields that this version does not know go to {@link FollowUpNeed#more()}. A wish for what no code or
     * account can look like is read as no wish: the text goes no further, and the need need not wait for it.
     */
    public static Decoded<FollowUpNeed> decode(JsonObject body) {
        BodyReader reader = new BodyReader(body);
        UUID contact = reader.optionalId("contact");
        LocalDate on = reader.day("on");
        String area = reader.text("area");
        Topic lifeDomain = reader.code("lifeDomain", Topic.class);
        Urgency urgency = reader.code("urgency", Urgency.class);
        String language = reader.optionalLanguage("language");
        String partner = only(reader.optionalText("partner"), Organisation::isCode);
        String person = only(reader.optionalText("person"), AccountName::fits);
        boolean consent = reader.flag("consent");
        SortedSet<Signal> signals = reader.codes("signals", Signal.class);
        SealedText hint = reader.sealedText("hint");
        SealedText meeting = reader.sealedText("meeting");
        SealedText note = reader.sealedText("note");

        if (on == null
                || area == null
                || lifeDomain == null
                || urgency == null
                || !reader.problems().isEmpty()) {
            return new Decoded.Faulty<>(reader.problems());
        }
        return new Decoded.Whole<>(new FollowUpNeed(
                contact,
                on,
                area,
                lifeDomain,
                urgency,
                language,
                partner,
                person,
                consent,
                signals,
                hint,
                meeting,
                note,
                reader.rest()));
    }

    private static @Nullable String only(@Nullable String text, Predicate<String> fits) {
        return text != null && fits.test(text) ? text : null;
    }

    private static void put(Map<String, @Nullable Object> body, String field, @Nullable Object value) {
        if (value instanceof SealedText sealed) {
            body.put(field, sealed.toJson());
        } else if (value != null) {
            body.put(field, value.toString());
        }
    }
}

package nl.bereik.protocol.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/** The body of an item of kind {@code contact}, schema {@value #SCHEMA}; the words are those of the import format. */
public final class ContactCodec {
    /** The item kind that this codec reads and writes. */
    public static final String KIND = "contact";

    /** The version of the body's shape. */
    public static final int SCHEMA = 1;

    /** The field that holds the sealed note. Readable text there is wrong, whatever else is not understood. */
    public static final String NOTE = "note";

    private ContactCodec() {}

    /** Lists that are empty, a permit not asked, a code not given and a note not made are left out. */
    public static JsonObject encode(ContactMoment contact) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("on", contact.on().toString());
        body.put("dayPart", contact.dayPart().name());
        body.put("channel", contact.channel().name());
        body.put("area", contact.area());
        body.put("audience", contact.audience().name());
        body.put("workForm", contact.workForm().name());
        body.put("gender", contact.gender().name());
        body.put("ageBand", contact.ageBand().name());
        body.put("encounter", contact.encounter().name());
        if (contact.permit() != null) {
            body.put("permit", contact.permit().name());
        }
        putUnlessEmpty(body, "languages", contact.languages());
        putUnlessEmpty(body, "topics", names(contact.topics()));
        putUnlessEmpty(body, "services", names(contact.services()));
        putUnlessEmpty(body, "signals", names(contact.signals()));
        if (contact.codeGiven()) {
            body.put("codeGiven", true);
        }
        if (contact.note() != null) {
            body.put(NOTE, contact.note().toJson());
        }
        contact.more().forEach(body::putIfAbsent);
        return JsonObject.of(body);
    }

    /** Reads a body; fields that this version does not know go to {@link ContactMoment#more()}. */
    public static Decoded<ContactMoment> decode(JsonObject body) {
        BodyReader reader = new BodyReader(body);
        LocalDate on = reader.day("on");
        DayPart dayPart = reader.code("dayPart", DayPart.class);
        Channel channel = reader.code("channel", Channel.class);
        String area = reader.text("area");
        Audience audience = reader.code("audience", Audience.class);
        WorkForm workForm = reader.code("workForm", WorkForm.class);
        Gender gender = reader.code("gender", Gender.class);
        AgeBand ageBand = reader.code("ageBand", AgeBand.class);
        Encounter encounter = reader.code("encounter", Encounter.class);
        PermitStatus permit = reader.optionalCode("permit", PermitStatus.class);
        SortedSet<String> languages = reader.languages("languages");
        SortedSet<Topic> topics = reader.codes("topics", Topic.class);
        SortedSet<Service> services = reader.codes("services", Service.class);
        SortedSet<Signal> signals = reader.codes("signals", Signal.class);
        boolean codeGiven = reader.flag("codeGiven");
        SealedText note = reader.sealedText(NOTE);

        List<FieldProblem> problems = new ArrayList<>(reader.problems());
        if (permit != null && channel != null && channel != Channel.ZONE) {
            problems.add(new FieldProblem("permit", Reason.NOT_APPLICABLE));
        }
        if (on == null
                || dayPart == null
                || channel == null
                || area == null
                || audience == null
                || workForm == null
                || gender == null
                || ageBand == null
                || encounter == null
                || !problems.isEmpty()) {
            return new Decoded.Faulty<>(problems);
        }
        return new Decoded.Whole<>(new ContactMoment(
                on,
                dayPart,
                channel,
                area,
                audience,
                workForm,
                gender,
                ageBand,
                encounter,
                permit,
                languages,
                topics,
                services,
                signals,
                codeGiven,
                note,
                reader.rest()));
    }

    private static List<String> names(Collection<? extends Enum<?>> codes) {
        return codes.stream().<String>map(Enum::name).toList();
    }

    private static void putUnlessEmpty(Map<String, @Nullable Object> body, String field, Collection<String> codes) {
        if (!codes.isEmpty()) {
            body.put(field, List.copyOf(codes));
        }
    }
}

package nl.bereik.protocol.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.BodyReader;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The bodies of items of the kinds {@link #KINDS}, schema {@value #SCHEMA}. */
public final class ActivityCodec {
    /** The item kinds that this codec reads and writes. */
    public static final Set<String> KINDS = Set.of(Registration.KIND, Consultation.KIND, PreventionActivity.KIND);

    /** The version of the bodies' shapes. */
    public static final int SCHEMA = 1;

    private ActivityCodec() {}

    /** The body of an item of kind {@link Activity#kind()}. */
    public static JsonObject encode(Activity activity) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("on", activity.on().toString());
        if (activity instanceof Registration registration) {
            body.put("source", registration.source().name());
        }
        if (activity instanceof PreventionActivity prevention) {
            body.put("programme", prevention.programme());
            body.put("audience", prevention.audience().name());
            body.put("participants", (long) prevention.participants());
        }
        body.put("area", activity.area());
        if (activity instanceof Consultation consultation
                && !consultation.topics().isEmpty()) {
            body.put("topics", consultation.topics().stream().map(Enum::name).toList());
        }
        activity.more().forEach(body::putIfAbsent);
        return JsonObject.of(body);
    }

    /**
     * Reads a body; fields that this version does not know go to {@link Activity#more()}.
     *
     * @param kind one of {@link #KINDS}
     */
    public static Decoded<Activity> decode(String kind, JsonObject body) {
        BodyReader reader = new BodyReader(body);
        LocalDate on = reader.day("on");
        String area = reader.text("area");
        return switch (kind) {
            case Registration.KIND -> registration(reader, on, area);
            case Consultation.KIND -> consultation(reader, on, area);
            case PreventionActivity.KIND -> prevention(reader, on, area);
            default -> throw new IllegalArgumentException("no activity is of this kind");
        };
    }

    private static Decoded<Activity> registration(BodyReader reader, @Nullable LocalDate on, @Nullable String area) {
        RegistrationSource source = reader.code("source", RegistrationSource.class);
        return on == null || area == null || source == null
                ? new Decoded.Faulty<>(reader.problems())
                : new Decoded.Whole<>(new Registration(on, source, area, reader.rest()));
    }

    private static Decoded<Activity> consultation(BodyReader reader, @Nullable LocalDate on, @Nullable String area) {
        SortedSet<Topic> topics = reader.codes("topics", Topic.class);
        return on == null || area == null || !reader.problems().isEmpty()
                ? new Decoded.Faulty<>(reader.problems())
                : new Decoded.Whole<>(new Consultation(on, area, topics, reader.rest()));
    }

    private static Decoded<Activity> prevention(BodyReader reader, @Nullable LocalDate on, @Nullable String area) {
        String programme = reader.text("programme");
        Audience audience = reader.code("audience", Audience.class);
        long participants = reader.number("participants", 1);
        List<FieldProblem> problems = new ArrayList<>(reader.problems());
        if (participants > PreventionActivity.MOST_PARTICIPANTS) {
            problems.add(new FieldProblem("participants", Reason.OUT_OF_RANGE));
        }
        return on == null || area == null || programme == null || audience == null || !problems.isEmpty()
                ? new Decoded.Faulty<>(problems)
                : new Decoded.Whole<>(
                        new PreventionActivity(on, programme, audience, (int) participants, area, reader.rest()));
    }
}

package nl.bereik.mobile.backlog;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.bereik.mobile.backlog.LineProblem.Reason;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStepCodec;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines that tell of activities and trajectories. A trajectory is called by the {@code ref} of its start, which
 * holds within the file; what is sent is an id that tells nothing.
 */
final class EventLines {
    private static final String START = "trajectory-start";
    private static final String PHASE = "trajectory-phase";
    private static final String END = "trajectory-end";
    private static final String EXIT_SUSTAINED = "trajectory-exit-sustained";
    private static final String RELAPSE = "trajectory-relapse";

    /** The kinds of lines that tell of trajectories. */
    static final Set<String> STEPS = Set.of(START, PHASE, END, EXIT_SUSTAINED, RELAPSE);

    private final LocalDate today;
    private final ReferenceData reference;
    private final ImportSecret secret;
    private final Map<String, UUID> trajectories = new HashMap<>();
    private final Map<String, Integer> starts = new HashMap<>();

    EventLines(LocalDate today, ReferenceData reference, ImportSecret secret) {
        this.today = today;
        this.reference = reference;
        this.secret = secret;
    }

    BacklogLine activity(long number, String kind, JsonObject json) throws LineRefusedException {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(json.members());
        body.remove("kind");
        Activity activity = BacklogLines.whole(number, ActivityCodec.decode(kind, JsonObject.of(body)));
        BacklogLines.requireKnown(number, activity.more());
        BacklogLines.requireNone(number, activity.problems(today, reference.areaCodes(), reference.programmeCodes()));
        return new BacklogLine.OfEvent(
                ImportSecret.contentOf(json), kind, ActivityCodec.SCHEMA, ActivityCodec.encode(activity));
    }

    BacklogLine step(long number, String kind, JsonObject json) throws LineRefusedException {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(json.members());
        body.remove("kind");
        String ref = text(number, body.remove("ref"), "ref");
        String content = ImportSecret.contentOf(json);
        boolean start = kind.equals(START);
        UUID id = start ? begin(number, ref, content) : known(number, ref, "ref");
        if (start && body.get("continues") != null) {
            body.put(
                    "continues",
                    known(number, text(number, body.get("continues"), "continues"), "continues")
                            .toString());
        }
        body.put("act", act(number, kind, body));
        body.put("trajectory", id.toString());
        TrajectoryStep step = BacklogLines.whole(number, TrajectoryStepCodec.decode(JsonObject.of(body)));
        BacklogLines.requireKnown(number, step.more());
        BacklogLines.requireNone(number, step.problems(today));
        if (start) {
            trajectories.put(ref, id);
        }
        // What another file says of a trajectory of the same ref is not the same.
        return new BacklogLine.OfEvent(
                start ? content : id + content,
                TrajectoryStepCodec.KIND,
                TrajectoryStepCodec.SCHEMA,
                TrajectoryStepCodec.encode(step));
    }

    private UUID begin(long number, String ref, String content) throws LineRefusedException {
        if (trajectories.containsKey(ref)) {
            throw new LineRefusedException(number, "ref", Reason.REPEATED_CODE);
        }
        return secret.idOf("trajectory " + content, starts.merge(content, 1, Integer::sum));
    }

    private UUID known(long number, String ref, String field) throws LineRefusedException {
        UUID id = trajectories.get(ref);
        if (id == null) {
            throw new LineRefusedException(number, field, Reason.UNKNOWN_REF);
        }
        return id;
    }

    private static String act(long number, String kind, Map<String, @Nullable Object> body)
            throws LineRefusedException {
        return switch (kind) {
            case START -> "START";
            case PHASE -> {
                Object enter = body.remove("enter");
                if (!(enter instanceof Boolean entered)) {
                    throw new LineRefusedException(
                            number, "enter", enter == null ? Reason.MISSING_FIELD : Reason.WRONG_TYPE);
                }
                yield entered ? "ENTER_PHASE" : "LEAVE_PHASE";
            }
            case END -> "END";
            case EXIT_SUSTAINED -> "EXIT_SUSTAINED";
            default -> "RELAPSE";
        };
    }

    private static String text(long number, @Nullable Object value, String field) throws LineRefusedException {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new LineRefusedException(number, field, value == null ? Reason.MISSING_FIELD : Reason.WRONG_TYPE);
    }
}

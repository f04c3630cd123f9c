package nl.bereik.protocol.trajectory;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.BodyReader;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStep.ExitSustained;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryStep.Relapse;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.protocol.trajectory.TrajectoryStep.What;
import org.jspecify.annotations.Nullable;

/**
 * The body of an item of kind {@value #KIND}, schema {@value #SCHEMA}: {@code {"trajectory": id, "on": day, "act":
 * "START"}} and the fields of that act: gender, ageBand, involuntary, continues and need; phase; end.
 */
public final class TrajectoryStepCodec {
    /** The item kind that this codec reads and writes. */
    public static final String KIND = "trajectory-command";

    /** The version of the body's shape. */
    public static final int SCHEMA = 1;

    private enum Act {
        START,
        ENTER_PHASE,
        LEAVE_PHASE,
        END,
        EXIT_SUSTAINED,
        RELAPSE
    }

    private TrajectoryStepCodec() {}

    /** What is absent or false is left out. */
    public static JsonObject encode(TrajectoryStep step) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("trajectory", step.trajectory().toString());
        body.put("on", step.on().toString());
        body.put("act", act(step.what()).name());
        if (step.what() instanceof Start start) {
            body.put("gender", start.gender().name());
            body.put("ageBand", start.ageBand().name());
            if (start.involuntary()) {
                body.put("involuntary", true);
            }
            put(body, "continues", start.continues());
            put(body, "need", start.need());
        } else if (step.what() instanceof InPhase inPhase) {
            body.put("phase", inPhase.phase().name());
        } else if (step.what() instanceof End end) {
            body.put("end", end.end().name());
        }
        step.more().forEach(body::putIfAbsent);
        return JsonObject.of(body);
    }

    private static void put(Map<String, @Nullable Object> body, String field, @Nullable UUID id) {
        if (id != null) {
            body.put(field, id.toString());
        }
    }

    private static Act act(What what) {
        if (what instanceof Start) {
            return Act.START;
        }
        if (what instanceof InPhase inPhase) {
            return inPhase.enter() ? Act.ENTER_PHASE : Act.LEAVE_PHASE;
        }
        if (what instanceof End) {
            return Act.END;
        }
        return what instanceof Relapse ? Act.RELAPSE : Act.EXIT_SUSTAINED;
    }

    /** Reads a body; fields that this version does not know go to {@link TrajectoryStep#more()}. */
    public static Decoded<TrajectoryStep> decode(JsonObject body) {
        BodyReader reader = new BodyReader(body);
        UUID trajectory = reader.id("trajectory");
        LocalDate on = reader.day("on");
        Act act = reader.code("act", Act.class);
        What what = act == null ? null : what(reader, act);
        if (what instanceof Start start && trajectory != null && trajectory.equals(start.continues())) {
            reader.problems().add(new FieldProblem("continues", Reason.NOT_APPLICABLE));
        }
        return trajectory == null
                        || on == null
                        || what == null
                        || !reader.problems().isEmpty()
                ? new Decoded.Faulty<>(reader.problems())
                : new Decoded.Whole<>(new TrajectoryStep(trajectory, on, what, reader.rest()));
    }

    private static @Nullable What what(BodyReader reader, Act act) {
        return switch (act) {
            case START -> start(reader);
            case ENTER_PHASE, LEAVE_PHASE -> {
                Phase phase = reader.code("phase", Phase.class);
                yield phase == null ? null : new InPhase(phase, act == Act.ENTER_PHASE);
            }
            case END -> {
                TrajectoryEnd end = reader.code("end", TrajectoryEnd.class);
                yield end == null ? null : new End(end);
            }
            case EXIT_SUSTAINED -> new ExitSustained();
            case RELAPSE -> new Relapse();
        };
    }

    private static @Nullable Start start(BodyReader reader) {
        Gender gender = reader.code("gender", Gender.class);
        AgeBand ageBand = reader.code("ageBand", AgeBand.class);
        boolean involuntary = reader.flag("involuntary");
        UUID continues = reader.optionalId("continues");
        UUID need = reader.optionalId("need");
        return gender == null || ageBand == null ? null : new Start(gender, ageBand, involuntary, continues, need);
    }
}

package nl.bereik.protocol.trajectory;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Gender;
import org.jspecify.annotations.Nullable;

/**
 * Something that is told of a trajectory. Steps are facts: all are kept, in whatever order they arrive, and a trajectory
 * is what they amount to.
 *
 * @param trajectory random id of the trajectory
 * @param on the day on which it was so, in the team's zone
 * @param more fields that a newer version added and this one does not know, carried through unread
 */
public record TrajectoryStep(UUID trajectory, LocalDate on, What what, Map<String, @Nullable Object> more) {
    public TrajectoryStep {
        if (on.isBefore(ContactMoment.EARLIEST)) {
            throw new IllegalArgumentException("on lies before " + ContactMoment.EARLIEST);
        }
        if (what instanceof Start start && trajectory.equals(start.continues())) {
            throw new IllegalArgumentException("a trajectory does not continue itself");
        }
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** Without fields of a newer version. */
    public TrajectoryStep(UUID trajectory, LocalDate on, What what) {
        this(trajectory, on, what, Map.of());
    }

    /** What is told. */
    public sealed interface What permits Start, InPhase, End, ExitSustained, Relapse {}

    /**
     * Help began.
     *
     * @param involuntary whether the person does sex work involuntarily (human trafficking)
     * @param continues the earlier trajectory of the same person; null when there is none
     * @param need the follow-up need from which it started; null when there is none
     */
    public record Start(
            Gender gender,
            AgeBand ageBand,
            boolean involuntary,
            @Nullable UUID continues,
            @Nullable UUID need) implements What {}

    /**
     * A phase began or is over.
     *
     * @param enter whether it began
     */
    public record InPhase(Phase phase, boolean enter) implements What {}

    /** Help ended; with EXITED, that is also the day of the exit. */
    public record End(TrajectoryEnd end) implements What {}

    /** Some time after an exit it was found to last. */
    public record ExitSustained() implements What {}

    /** The person took up sex work again after an exit. */
    public record Relapse() implements What {}

    /** What is wrong with this step in the light of the day; empty when nothing is. */
    public List<FieldProblem> problems(LocalDate today) {
        return on.isAfter(today) ? List.of(new FieldProblem("on", Reason.DATE_IN_FUTURE)) : List.of();
    }
}

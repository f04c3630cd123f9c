package nl.bereik.protocol.trajectory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.trajectory.Trajectory.Told;
import org.jspecify.annotations.Nullable;

/**
 * A trajectory as a record of the slice of somebody's phone: {@code {"steps": [{"opId", "step"}, ...]}}. The steps and
 * not what they amount to, so that a phone can add its own to them without counting any twice.
 *
 * @param steps that were not taken back, with nothing of a newer version in them; by day, and within one by item id
 */
public record TrajectoryView(UUID id, List<Told> steps) {
    public static final String KIND = "trajectory";

    private static final Comparator<Told> BY_DAY =
            Comparator.<Told, LocalDate>comparing(told -> told.step().on()).thenComparing(Told::opId);

    /** @throws IllegalArgumentException when a step is of another trajectory */
    public TrajectoryView {
        if (steps.stream().anyMatch(told -> !told.step().trajectory().equals(id))) {
            throw new IllegalArgumentException("a step of another trajectory");
        }
        steps = steps.stream()
                .map(told -> new Told(
                        told.opId(),
                        new TrajectoryStep(id, told.step().on(), told.step().what())))
                .sorted(BY_DAY)
                .toList();
    }

    public StateRecord record() {
        return StateRecord.of(
                KIND + ':' + id,
                KIND,
                JsonObject.of(
                        Map.of("steps", steps.stream().map(TrajectoryView::step).toList())));
    }

    private static JsonObject step(Told told) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("opId", told.opId().toString());
        json.put("step", TrajectoryStepCodec.encode(told.step()));
        return JsonObject.of(json);
    }

    /**
     * The trajectory in a record, without the steps that this version does not know; empty when the record is of another
     * kind or cannot be read.
     */
    public static Optional<TrajectoryView> read(StateRecord record) {
        if (!record.kind().equals(KIND) || !record.id().startsWith(KIND + ':')) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TrajectoryView(
                    UUID.fromString(record.id().substring(KIND.length() + 1)),
                    record.body().list("steps", JsonObject.class).stream()
                            .flatMap(step -> told(step).stream())
                            .toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Told> told(JsonObject json) {
        return TrajectoryStepCodec.decode(json.object("step")) instanceof Decoded.Whole<TrajectoryStep> step
                ? Optional.of(new Told(UUID.fromString(json.text("opId")), step.value()))
                : Optional.empty();
    }
}

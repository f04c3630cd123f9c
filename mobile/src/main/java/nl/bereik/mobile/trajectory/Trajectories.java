package nl.bereik.mobile.trajectory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.mobile.kept.Kept;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OtherItems;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.trajectory.Trajectory;
import nl.bereik.protocol.trajectory.Trajectory.Told;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.protocol.trajectory.TrajectoryStep.What;
import nl.bereik.protocol.trajectory.TrajectoryStepCodec;
import nl.bereik.protocol.trajectory.TrajectoryView;
import org.jspecify.annotations.Nullable;

/**
 * The trajectories of which steps were told on this phone, also long ago, and those that it pulled; and telling more.
 * Thread-safe.
 */
public final class Trajectories {
    private static final Comparator<KnownTrajectory> RUNNING_FIRST = Comparator.<KnownTrajectory, Boolean>comparing(
                    known -> !known.trajectory().isRunning())
            .thenComparing(known -> known.trajectory().startedOn(), Comparator.reverseOrder())
            .thenComparing(KnownTrajectory::id);

    private final Phone phone;

    public Trajectories(Phone phone) {
        this.phone = phone;
    }

    /** Running ones first, and of these the one that started last. */
    public List<KnownTrajectory> all() {
        List<OutboxItem> items = phone.outbox().items();
        Map<UUID, OutboxItem> byId = items.stream().collect(Collectors.toMap(OutboxItem::opId, item -> item));
        Map<UUID, List<Told>> told = told(items, byId);
        List<KnownTrajectory> known = new ArrayList<>();
        told.values().forEach(steps -> Trajectory.fold(steps)
                .ifPresent(trajectory -> known.add(new KnownTrajectory(trajectory, history(steps, byId)))));
        known.sort(RUNNING_FIRST);
        return known;
    }

    /** The steps of each trajectory, each once; those that were told on this phone in their order. */
    private Map<UUID, List<Told>> told(List<OutboxItem> items, Map<UUID, OutboxItem> byId) {
        Map<UUID, List<Told>> own = new LinkedHashMap<>();
        phone.kept().steps(items).forEach(step -> add(own, step));
        Set<UUID> takenBack = Kept.takenBack(items);
        Instant lastSync = phone.outbox().status().lastSync();
        Map<UUID, List<Told>> told = new LinkedHashMap<>();
        phone.state().ofKind(TrajectoryView.KIND).stream()
                .flatMap(record -> TrajectoryView.read(record).stream())
                .forEach(view -> {
                    Map<UUID, Told> pulled = new LinkedHashMap<>();
                    view.steps().stream()
                            .filter(step -> !takenBack.contains(step.opId()))
                            .forEach(step -> pulled.put(step.opId(), step));
                    List<Told> here = Objects.requireNonNullElse(own.remove(view.id()), List.<Told>of()).stream()
                            .filter(step ->
                                    pulled.remove(step.opId()) != null || !isInThePull(byId.get(step.opId()), lastSync))
                            .toList();
                    pulled.values().forEach(step -> add(told, step));
                    here.forEach(step -> add(told, step));
                });
        told.putAll(own);
        return told;
    }

    /** Whether it would have been pulled, had nobody taken it back. @param item null when it has left the phone */
    private static boolean isInThePull(@Nullable OutboxItem item, @Nullable Instant lastSync) {
        return item == null
                || (item.state() == ItemState.ARRIVED
                        && item.settledAt() != null
                        && lastSync != null
                        && !item.settledAt().isAfter(lastSync));
    }

    private static void add(Map<UUID, List<Told>> told, Told step) {
        told.computeIfAbsent(step.step().trajectory(), id -> new ArrayList<>()).add(step);
    }

    /** Empty when the phone knows no start of it. */
    public Optional<KnownTrajectory> find(UUID id) {
        return all().stream().filter(known -> known.id().equals(id)).findFirst();
    }

    private List<KnownTrajectory.Step> history(List<Told> steps, Map<UUID, OutboxItem> byId) {
        List<KnownTrajectory.Step> history = new ArrayList<>();
        for (Told told : steps) {
            OutboxItem item = byId.get(told.opId());
            ItemState state = phone.outbox().stateOf(told.opId());
            history.add(
                    0,
                    new KnownTrajectory.Step(
                            told.opId(),
                            told.step(),
                            state == null ? ItemState.ARRIVED : state,
                            item == null || item.sent(),
                            item == null ? List.of() : item.problems()));
        }
        history.sort(
                Comparator.comparing((KnownTrajectory.Step step) -> step.step().on(), Comparator.reverseOrder()));
        return history;
    }

    /** The day of the shift. */
    public LocalDate today() {
        return phone.reference().data().dayOf(phone.parts().clock().instant());
    }

    /**
     * Starts a trajectory under a fresh random id; durable on return.
     *
     * @return the id of the item that says so
     */
    public UUID start(Start start, LocalDate on) {
        return tell(phone.outbox().newId(), start, on);
    }

    /** Tells a step of a trajectory; durable on return. The id of the item that says so. */
    public UUID tell(UUID trajectory, What what, LocalDate on) {
        return save(new TrajectoryStep(trajectory, on, what), null);
    }

    /** Tells a step in the place of one that the server refused; durable on return. */
    public UUID tellInPlaceOf(UUID refused, TrajectoryStep step) {
        return save(step, refused);
    }

    /** Takes a step back; durable on return. The id of the item that says so, or of the step when it is just gone. */
    public UUID takeBack(UUID step) {
        return phone.outbox().others().takeBack(step, phone.outbox().newId());
    }

    private UUID save(TrajectoryStep step, @Nullable UUID refused) {
        UUID opId = phone.outbox().newId();
        OtherItems others = phone.outbox().others();
        String kind = TrajectoryStepCodec.KIND;
        if (refused == null) {
            others.save(opId, kind, TrajectoryStepCodec.SCHEMA, TrajectoryStepCodec.encode(step));
        } else {
            others.saveInPlaceOf(refused, opId, kind, TrajectoryStepCodec.SCHEMA, TrajectoryStepCodec.encode(step));
        }
        return opId;
    }
}

package nl.bereik.mobile.trajectory;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import nl.bereik.mobile.background.Attempt;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.LookedAt;
import nl.bereik.mobile.capture.SaveTrouble;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryStep.What;

/** One trajectory while it is looked at, and what is told of it. Called on the screen's thread. */
public final class TrajectoryPageViewModel {
    private final Phone phone;
    private final Trajectories trajectories;
    private final UUID id;
    private final Runnable told;
    private final ReadOnlyObjectWrapper<Optional<KnownTrajectory>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<LocalDate> day = new SimpleObjectProperty<>();
    private final Attempt<SaveTrouble> telling;
    private final LookedAt<Optional<KnownTrajectory>> lookedAt;

    /** @param told is told once something is durable */
    public TrajectoryPageViewModel(Phone phone, Background background, UUID id, Runnable told) {
        this.phone = phone;
        this.trajectories = new Trajectories(phone);
        this.id = id;
        this.told = told;
        day.set(trajectories.today());
        page.set(trajectories.find(id));
        this.telling = new Attempt<>(background, SaveTrouble.NONE, SaveTrouble::of);
        this.lookedAt = new LookedAt<>(background, phone::onChange, () -> trajectories.find(id), page::set);
    }

    /** Empty when it is not known, or no more, and once this is closed. */
    public ReadOnlyObjectProperty<Optional<KnownTrajectory>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Why the last thing could not be told. */
    public ReadOnlyObjectProperty<SaveTrouble> troubleProperty() {
        return telling.troubleProperty();
    }

    /** The day on which what is told was so. */
    public ObjectProperty<LocalDate> day() {
        return day;
    }

    /** The last day that can be chosen. */
    public LocalDate today() {
        return trajectories.today();
    }

    /** The organisation's lists, for the words of what is shown. */
    public ReferenceData reference() {
        return phone.reference().data();
    }

    /** Enters a phase, or leaves it; one that was entered or left just now and is not sent yet is as before. */
    public void toggle(Phase phase) {
        page.get().ifPresent(known -> {
            boolean enter = !known.trajectory().phases().containsKey(phase);
            Optional<KnownTrajectory.Step> unsent = known.history().stream()
                    .filter(step -> step.step().what() instanceof InPhase last && last.phase() == phase)
                    .findFirst()
                    .filter(step -> !step.sent() && step.step().what().equals(new InPhase(phase, !enter)));
            if (unsent.isPresent()) {
                takeBack(unsent.get().opId());
            } else {
                tell(new InPhase(phase, enter));
            }
        });
    }

    public void end(TrajectoryEnd end) {
        tell(new End(end));
    }

    /** The exit is found to last. */
    public void sustained() {
        tell(new TrajectoryStep.ExitSustained());
    }

    /** The person took up sex work again. */
    public void relapsed() {
        tell(new TrajectoryStep.Relapse());
    }

    /** Takes a step back. */
    public void takeBack(UUID step) {
        run(() -> trajectories.takeBack(step));
    }

    /** Tells a step that the server refused again, on the day that is chosen. */
    public void redo(KnownTrajectory.Step refused) {
        TrajectoryStep step = refused.step();
        LocalDate on = day.get();
        run(() -> trajectories.tellInPlaceOf(
                refused.opId(), new TrajectoryStep(step.trajectory(), on, step.what(), step.more())));
    }

    /** Forgets what was read. */
    public void close() {
        lookedAt.close();
        page.set(Optional.empty());
    }

    private void tell(What what) {
        LocalDate on = day.get();
        run(() -> trajectories.tell(id, what, on));
    }

    private void run(Supplier<UUID> work) {
        telling.run(
                work,
                opId -> {
                    lookedAt.changed();
                    told.run();
                },
                lookedAt::changed);
    }
}

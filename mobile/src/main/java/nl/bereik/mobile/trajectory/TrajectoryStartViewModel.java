package nl.bereik.mobile.trajectory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import nl.bereik.mobile.background.Attempt;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.capture.SaveTrouble;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import org.jspecify.annotations.Nullable;

/**
 * A trajectory being started. Nothing of it is stored before {@link #save}. Called on the screen's thread.
 */
public final class TrajectoryStartViewModel {
    /** How many days back a start can be told. */
    static final int DAYS_BACK = 60;

    private final ReferenceData reference;
    private final Trajectories trajectories;
    private final @Nullable UUID need;
    private final KnownTrajectory.@Nullable Step refused;
    private final Consumer<UUID> stored;
    private final LocalDate today;
    private final ObjectProperty<LocalDate> on = new SimpleObjectProperty<>();
    private final ObjectProperty<Gender> gender = new SimpleObjectProperty<>();
    private final ObjectProperty<AgeBand> ageBand = new SimpleObjectProperty<>();
    private final ObjectProperty<Boolean> involuntary = new SimpleObjectProperty<>(false);
    private final ObjectProperty<Optional<UUID>> continues = new SimpleObjectProperty<>(Optional.empty());
    private final List<KnownTrajectory> earlier;
    private final ReadOnlyObjectWrapper<Set<Missing>> missing = new ReadOnlyObjectWrapper<>(Set.of());
    private final Attempt<SaveTrouble> saving;
    private boolean touched;

    /** What has to be chosen, in the order of the form. */
    public enum Missing {
        GENDER,
        AGE_BAND
    }

    /**
     * @param need the need from which it starts; null when there is none
     * @param refused a start that the server refused, in whose place this one comes; null when there is none
     * @param stored is told the id of the item once it is durable
     */
    public TrajectoryStartViewModel(
            ReferenceData reference,
            Trajectories trajectories,
            Background background,
            @Nullable UUID need,
            KnownTrajectory.@Nullable Step refused,
            Consumer<UUID> stored) {
        this.reference = reference;
        this.trajectories = trajectories;
        this.saving = new Attempt<>(background, SaveTrouble.NONE, SaveTrouble::of);
        this.refused = refused;
        this.stored = stored;
        this.today = trajectories.today();
        this.earlier = new ArrayList<>(trajectories.all());
        on.set(today);
        if (refused != null && refused.step().what() instanceof Start told) {
            this.need = told.need();
            earlier.removeIf(known -> known.id().equals(refused.step().trajectory()));
            on.set(refused.step().on().isAfter(today) ? today : refused.step().on());
            gender.set(told.gender());
            ageBand.set(told.ageBand());
            involuntary.set(told.involuntary());
            continues.set(Optional.ofNullable(told.continues()));
        } else {
            this.need = need;
        }
        watch(gender, Missing.GENDER);
        watch(ageBand, Missing.AGE_BAND);
        for (ObservableValue<?> value : List.<ObservableValue<?>>of(on, involuntary, continues)) {
            value.addListener((property, before, now) -> touched = true);
        }
    }

    public ObjectProperty<LocalDate> on() {
        return on;
    }

    /** The first day that can be chosen. */
    public LocalDate earliest() {
        LocalDate earliest = today.minusDays(DAYS_BACK);
        return on.get().isBefore(earliest) ? on.get() : earliest;
    }

    /** The last day that can be chosen. */
    public LocalDate today() {
        return today;
    }

    public ObjectProperty<Gender> gender() {
        return gender;
    }

    public ObjectProperty<AgeBand> ageBand() {
        return ageBand;
    }

    /** Whether the person does sex work involuntarily. */
    public ObjectProperty<Boolean> involuntary() {
        return involuntary;
    }

    /** The earlier trajectory of the same person; empty when there is none. */
    public ObjectProperty<Optional<UUID>> continues() {
        return continues;
    }

    /** Those that it can continue. */
    public List<KnownTrajectory> earlier() {
        return List.copyOf(earlier);
    }

    /** Whether it starts from a need. */
    public boolean fromNeed() {
        return need != null;
    }

    /** The start that the server refused; empty when there is none. */
    public Optional<KnownTrajectory.Step> refused() {
        return Optional.ofNullable(refused);
    }

    /** What the organisation offers to choose from. */
    public ReferenceData reference() {
        return reference;
    }

    /** What has still to be chosen. */
    public ReadOnlyObjectProperty<Set<Missing>> missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** Why the last try to save failed. */
    public ReadOnlyObjectProperty<SaveTrouble> troubleProperty() {
        return saving.troubleProperty();
    }

    /** Whether the user has changed anything, so that something is lost when it is thrown away. */
    public boolean touched() {
        return touched;
    }

    /** Saves; when something is missing says what, and when the disk fails keeps all that is filled in. */
    public void save() {
        if (saving.underWay()) {
            return;
        }
        saving.forget();
        missing.set(notChosen());
        if (!missing.get().isEmpty()) {
            return;
        }
        Start start = new Start(
                gender.get(), ageBand.get(), involuntary.get(), continues.get().orElse(null), need);
        LocalDate day = on.get();
        saving.run(
                () -> refused == null
                        ? trajectories.start(start, day)
                        : trajectories.tellInPlaceOf(
                                refused.opId(),
                                new TrajectoryStep(refused.step().trajectory(), day, start)),
                stored);
    }

    private Set<Missing> notChosen() {
        Set<Missing> open = new LinkedHashSet<>();
        if (gender.get() == null) {
            open.add(Missing.GENDER);
        }
        if (ageBand.get() == null) {
            open.add(Missing.AGE_BAND);
        }
        return Set.copyOf(open);
    }

    private void watch(ObservableValue<?> value, Missing which) {
        value.addListener((property, before, now) -> {
            touched = true;
            Set<Missing> rest = new LinkedHashSet<>(missing.get());
            if (rest.remove(which)) {
                missing.set(Set.copyOf(rest));
            }
        });
    }
}

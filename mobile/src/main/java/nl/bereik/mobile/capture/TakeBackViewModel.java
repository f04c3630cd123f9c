package nl.bereik.mobile.capture;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import nl.bereik.mobile.background.Attempt;
import nl.bereik.mobile.background.Background;

/** Says that a contact should not have been logged, after having asked once. Called on the screen's thread. */
public final class TakeBackViewModel {
    private final Supplier<UUID> taking;
    private final Consumer<UUID> taken;
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final Attempt<SaveTrouble> attempt;

    /**
     * @param taking makes it durable, as {@link nl.bereik.mobile.outbox.Outbox#correct} without a contact
     * @param taken is told the id of the item that says so once it is durable
     */
    public TakeBackViewModel(Background background, Supplier<UUID> taking, Consumer<UUID> taken) {
        this.attempt = new Attempt<>(background, SaveTrouble.NONE, SaveTrouble::of);
        this.taking = taking;
        this.taken = taken;
    }

    /** Whether the user is being asked whether it is meant. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** Why the last try failed. */
    public ReadOnlyObjectProperty<SaveTrouble> troubleProperty() {
        return attempt.troubleProperty();
    }

    public void ask() {
        attempt.forget();
        asking.set(true);
    }

    public void keep() {
        asking.set(false);
    }

    /** Takes it back; does nothing unless it was asked. */
    public void confirm() {
        if (asking.get()) {
            attempt.run(taking, this::done, this::keep);
        }
    }

    private void done(UUID opId) {
        keep();
        taken.accept(opId);
    }
}

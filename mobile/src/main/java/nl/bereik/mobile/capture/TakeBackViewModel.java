package nl.bereik.mobile.capture;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nl.bereik.mobile.background.Background;

/** Says that a contact should not have been logged, after having asked once. Called on the screen's thread. */
public final class TakeBackViewModel {
    private final Background background;
    private final Supplier<UUID> taking;
    private final Consumer<UUID> taken;
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<SaveTrouble> trouble = new ReadOnlyObjectWrapper<>(SaveTrouble.NONE);
    private boolean busy;

    /**
     * @param taking makes it durable, as {@link nl.bereik.mobile.outbox.Outbox#correct} without a contact
     * @param taken is told the id of the item that says so once it is durable
     */
    public TakeBackViewModel(Background background, Supplier<UUID> taking, Consumer<UUID> taken) {
        this.background = background;
        this.taking = taking;
        this.taken = taken;
    }

    /** Whether the user is being asked whether it is meant. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** Why the last try failed. */
    public ReadOnlyObjectProperty<SaveTrouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public void ask() {
        trouble.set(SaveTrouble.NONE);
        asking.set(true);
    }

    public void keep() {
        asking.set(false);
    }

    /** Takes it back; does nothing unless it was asked. */
    public void confirm() {
        if (busy || !asking.get()) {
            return;
        }
        busy = true;
        background.run(taking, this::done, failure -> {
            busy = false;
            asking.set(false);
            trouble.set(SaveTrouble.of(failure));
        });
    }

    private void done(UUID opId) {
        busy = false;
        asking.set(false);
        taken.accept(opId);
    }
}

package nl.bereik.mobile.today;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.Delays;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import org.jspecify.annotations.Nullable;

/** The contacts of this shift, what became of them, and taking the last one back. Called on the screen's thread. */
public final class TodayViewModel {
    /** How long a contact just saved can be taken back; it is not sent before. */
    static final Duration UNDO_WINDOW = Duration.ofSeconds(8);

    private static final Duration SEND_AFTER_SAVE = UNDO_WINDOW.plusSeconds(1);

    private final Phone phone;
    private final AutoSync sync;
    private final Background background;
    private final Delays delays;
    private final OverviewReader reader;
    private final ReadOnlyObjectWrapper<Overview> overview;
    private final ReadOnlyObjectWrapper<Optional<UUID>> undo = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private Delays.@Nullable Delayed undoEnd;

    public TodayViewModel(Phone phone, AutoSync sync, Background background, Delays delays) {
        this.phone = phone;
        this.sync = sync;
        this.background = background;
        this.delays = delays;
        this.reader = new OverviewReader(phone);
        this.overview = new ReadOnlyObjectWrapper<>(reader.read());
        phone.onChange(this::changed);
        sync.activityProperty().addListener((property, before, now) -> changed());
    }

    public ReadOnlyObjectProperty<Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /** The contact that can be taken back at the moment. */
    public ReadOnlyObjectProperty<Optional<UUID>> undoProperty() {
        return undo.getReadOnlyProperty();
    }

    /** The zone in which times are told. */
    public ZoneId zone() {
        return phone.reference().data().zone();
    }

    /** The sync that runs by itself. */
    public AutoSync sync() {
        return sync;
    }

    /** A contact was saved just now: it can be taken back for a while and is then sent. */
    public void saved(UUID opId) {
        endUndo();
        undo.set(Optional.of(opId));
        undoEnd = delays.after(UNDO_WINDOW, () -> background.screen().execute(() -> endUndo(opId)));
        sync.in(SEND_AFTER_SAVE);
        refresh();
    }

    /** Takes the last contact back, if it has not been sent meanwhile. */
    public void undo() {
        undo.get()
                .ifPresent(opId -> background.run(
                        () -> phone.outbox().withdraw(opId), withdrawn -> refresh(), failure -> refresh()));
        endUndo();
    }

    /** Sends what waits, the contact that could be taken back as well. */
    public void syncNow() {
        endUndo();
        sync.now();
    }

    /** The item with this id; empty when it is no longer on this phone. */
    public Optional<OutboxItem> item(UUID opId) {
        return phone.outbox().items().stream()
                .filter(item -> item.opId().equals(opId))
                .findFirst();
    }

    /** Reads everything again, for the day may have changed. */
    public void refresh() {
        changed();
    }

    private void changed() {
        // Many changes at once, as during an import or a sync, make one reading.
        if (refreshing.compareAndSet(false, true)) {
            background.run(
                    () -> {
                        refreshing.set(false);
                        return reader.read();
                    },
                    this::show,
                    failure -> refreshing.set(false));
        }
    }

    private void show(Overview now) {
        overview.set(now);
        undo.get().ifPresent(opId -> {
            if (item(opId).filter(item -> item.opSeq() == 0).isEmpty()) {
                endUndo();
            }
        });
    }

    private void endUndo(UUID opId) {
        if (undo.get().equals(Optional.of(opId))) {
            endUndo();
        }
    }

    private void endUndo() {
        if (undoEnd != null) {
            undoEnd.cancel();
            undoEnd = null;
        }
        undo.set(Optional.empty());
    }
}

package nl.bereik.mobile.notes;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.phone.Phone;

/** The notes of the team while they are looked at, up to date with what is pulled. Called on the screen's thread. */
public final class NotesViewModel {
    private static final TeamNotes NOTHING = new TeamNotes(LocalDate.EPOCH, 0, false, List.of());

    private final Phone phone;
    private final Background background;
    private final NotesReader reader;
    private final ReadOnlyObjectWrapper<TeamNotes> notes = new ReadOnlyObjectWrapper<>(NOTHING);
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private Runnable letGo = () -> {};
    private volatile boolean open;

    public NotesViewModel(Phone phone, Background background) {
        this.phone = phone;
        this.background = background;
        this.reader = new NotesReader(phone);
    }

    /** Empty unless it is open. */
    public ReadOnlyObjectProperty<TeamNotes> notesProperty() {
        return notes.getReadOnlyProperty();
    }

    /** Reads the notes, and again whenever something changes. */
    public void open() {
        letGo.run();
        letGo = phone.onChange(this::changed);
        open = true;
        notes.set(reader.read());
    }

    /** Forgets what was read. */
    public void close() {
        open = false;
        letGo.run();
        notes.set(NOTHING);
    }

    private void changed() {
        if (open && refreshing.compareAndSet(false, true)) {
            background.run(
                    () -> {
                        refreshing.set(false);
                        return reader.read();
                    },
                    this::show,
                    failure -> refreshing.set(false));
        }
    }

    private void show(TeamNotes now) {
        if (open) {
            notes.set(now);
        }
    }
}

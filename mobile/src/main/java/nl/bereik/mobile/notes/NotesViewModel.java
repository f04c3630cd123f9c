package nl.bereik.mobile.notes;

import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.LookedAt;
import nl.bereik.mobile.phone.Phone;

/** The notes of the team while they are looked at, up to date with what is pulled. Called on the screen's thread. */
public final class NotesViewModel {
    private static final TeamNotes NOTHING = new TeamNotes(LocalDate.EPOCH, 0, false, List.of());

    private final ReadOnlyObjectWrapper<TeamNotes> notes = new ReadOnlyObjectWrapper<>(NOTHING);
    private final LookedAt<TeamNotes> lookedAt;

    public NotesViewModel(Phone phone, Background background) {
        NotesReader reader = new NotesReader(phone);
        notes.set(reader.read());
        this.lookedAt = new LookedAt<>(background, phone::onChange, reader::read, notes::set);
    }

    /** Empty once this is closed. */
    public ReadOnlyObjectProperty<TeamNotes> notesProperty() {
        return notes.getReadOnlyProperty();
    }

    /** Forgets what was read. */
    public void close() {
        lookedAt.close();
        notes.set(NOTHING);
    }
}

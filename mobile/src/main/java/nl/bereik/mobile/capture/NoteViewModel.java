package nl.bereik.mobile.capture;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import nl.bereik.mobile.privacy.BoundText;
import nl.bereik.mobile.privacy.FreeText;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.mobile.privacy.TextSealer.Purpose;
import nl.bereik.protocol.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/** The note of a contact being filled in: readable here, sealed wherever it is kept. Called on the screen's thread. */
public final class NoteViewModel {
    private final TextSealer sealer;
    private final Supplier<LocalDate> today;
    private final StringProperty text = new SimpleStringProperty("");
    private final boolean unreadable;

    /** @param start the note as last told; null when there was none */
    NoteViewModel(TextSealer sealer, @Nullable BoundText start, Supplier<LocalDate> today) {
        this.sealer = sealer;
        this.today = today;
        Opened opened = start == null ? new Opened.Text("") : sealer.open(Purpose.NOTE, start.item(), start.text());
        this.unreadable = !(opened instanceof Opened.Text);
        if (opened instanceof Opened.Text readable) {
            text.set(readable.text());
        }
    }

    /** What is typed. */
    public StringProperty textProperty() {
        return text;
    }

    /** Whether a note can be made: not before this phone has the key of its team. */
    public boolean canBeMade() {
        return sealer.canSeal();
    }

    /** Whether there is a note that this phone cannot read, which is gone once the contact is told anew. */
    public boolean isUnreadable() {
        return unreadable;
    }

    public boolean isEmpty() {
        return text.get().isBlank();
    }

    /** What was typed, looked through. */
    public FreeText check() {
        return FreeText.of(text.get(), today.get());
    }

    /** Seals what is typed now under the item's id, also later and on another thread; null when nothing is typed. */
    Function<UUID, @Nullable SealedText> sealing() {
        String typed = text.get().strip();
        return item -> typed.isEmpty()
                ? null
                : sealer.seal(Purpose.NOTE, item, typed)
                        .orElseThrow(() -> new IllegalStateException("a note was typed without a key to seal it"));
    }
}

package nl.bereik.mobile.backlog;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import nl.bereik.mobile.backlog.LineProblem.Reason;
import nl.bereik.mobile.privacy.FreeText;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.privacy.TextSealer.Purpose;
import nl.bereik.protocol.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/** Seals the notes of imported lines that may be kept, and counts those that may not or cannot. */
final class NoteSealing {
    private final TextSealer sealer;
    private final LocalDate today;
    private final Consumer<LineProblem> problems;
    private int leftOut;

    NoteSealing(TextSealer sealer, LocalDate today, Consumer<LineProblem> problems) {
        this.sealer = sealer;
        this.today = today;
        this.problems = problems;
    }

    int leftOut() {
        return leftOut;
    }

    /** The note as it may be sent; null when there is none or it is left out. */
    @Nullable SealedText seal(long line, UUID item, @Nullable String note) {
        if (note == null) {
            return null;
        }
        FreeText text = FreeText.of(note, today);
        SealedText sealed = text.mayBeSaved()
                ? sealer.seal(Purpose.NOTE, item, text.stripped()).orElse(null)
                : null;
        if (sealed == null) {
            leftOut++;
        }
        if (!text.mayBeSaved()) {
            problems.accept(
                    new LineProblem(line, "note", text.isTooLong() ? Reason.NOTE_TOO_LONG : Reason.NOTE_IDENTIFIES));
        }
        return sealed;
    }
}

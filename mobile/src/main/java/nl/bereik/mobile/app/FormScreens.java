package nl.bereik.mobile.app;

import java.util.UUID;
import java.util.function.Consumer;
import nl.bereik.mobile.capture.ContactFormView;
import nl.bereik.mobile.capture.ContactFormViewModel;
import nl.bereik.mobile.capture.Purpose;
import nl.bereik.mobile.capture.TakeBackViewModel;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.Outbox;
import nl.bereik.mobile.today.TodayLine;
import org.jspecify.annotations.Nullable;

/** The form, for a new contact and for one told before, and where it leads. */
final class FormScreens {
    private final Session open;
    private final House house;
    private final Runnable today;

    /** @param today shows the screen of today */
    FormScreens(Session open, House house, Runnable today) {
        this.open = open;
        this.house = house;
        this.today = today;
    }

    /** For a new contact. */
    void fresh() {
        show(Purpose.NEW, open.newForm(then(open.today()::saved)), null);
    }

    /** For a contact in the list: one that needs repair is repaired, any other corrected. */
    void telling(TodayLine line) {
        if (line.state() == ItemState.NEEDS_REPAIR) {
            repair(line);
        } else {
            correct(line);
        }
    }

    /** A repair cannot be undone, for the refused telling is gone then. */
    private void repair(TodayLine line) {
        Consumer<UUID> sent = then(opId -> open.sync().now());
        Outbox outbox = open.phone().outbox();
        show(
                Purpose.REPAIR,
                open.form(
                        line,
                        telling -> {
                            UUID opId = outbox.newId();
                            return outbox.repair(line.opId(), opId, telling.under(opId));
                        },
                        sent),
                line.wasCorrected() ? open.takingBack(() -> outbox.repair(line.opId(), null), sent) : null);
    }

    private void correct(TodayLine line) {
        Outbox outbox = open.phone().outbox();
        boolean takenBack = line.telling() == TodayLine.Telling.TAKEN_BACK;
        show(
                takenBack ? Purpose.RESTORE : Purpose.CORRECT,
                open.form(
                        line,
                        telling -> {
                            UUID opId = outbox.newId();
                            return outbox.correct(line.root(), opId, telling.under(opId));
                        },
                        then(open.today()::corrected)),
                takenBack
                        ? null
                        : open.takingBack(() -> outbox.correct(line.root(), null), then(open.today()::takenBack)));
    }

    private Consumer<UUID> then(Consumer<UUID> told) {
        return opId -> {
            today.run();
            told.accept(opId);
        };
    }

    private void show(Purpose purpose, ContactFormViewModel model, @Nullable TakeBackViewModel takeBack) {
        house.show(new ContactFormView(model, takeBack, purpose, house.texts(), today, house::hide).node());
    }
}

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
    private final Consumer<UUID> need;
    private final Runnable today;

    /**
     * @param need shows the form that raises a need from a contact, given the item that tells it
     * @param today shows the screen of today
     */
    FormScreens(Session open, House house, Consumer<UUID> need, Runnable today) {
        this.open = open;
        this.house = house;
        this.need = need;
        this.today = today;
    }

    /** For a new contact. */
    void fresh() {
        show(Purpose.NEW, open.forms().newContact(then(open.today()::saved)), null, open.today()::saved);
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
                open.forms()
                        .contact(
                                line,
                                telling -> {
                                    UUID opId = outbox.newId();
                                    return outbox.repair(line.opId(), opId, telling.under(opId));
                                },
                                sent),
                line.wasCorrected() ? open.forms().takingBack(() -> outbox.repair(line.opId(), null), sent) : null,
                opId -> open.sync().now());
    }

    private void correct(TodayLine line) {
        Outbox outbox = open.phone().outbox();
        boolean takenBack = line.telling() == TodayLine.Telling.TAKEN_BACK;
        show(
                takenBack ? Purpose.RESTORE : Purpose.CORRECT,
                open.forms()
                        .contact(
                                line,
                                telling -> {
                                    UUID opId = outbox.newId();
                                    return outbox.correct(line.root(), opId, telling.under(opId));
                                },
                                then(open.today()::corrected)),
                takenBack
                        ? null
                        : open.forms()
                                .takingBack(() -> outbox.correct(line.root(), null), then(open.today()::takenBack)),
                open.today()::corrected);
    }

    private Consumer<UUID> then(Consumer<UUID> told) {
        return opId -> {
            today.run();
            told.accept(opId);
        };
    }

    private void show(
            Purpose purpose, ContactFormViewModel model, @Nullable TakeBackViewModel takeBack, Consumer<UUID> told) {
        Consumer<UUID> followUp = opId -> {
            told.accept(opId);
            need.accept(opId);
        };
        house.show(new ContactFormView(model, takeBack, purpose, house.texts(), followUp, today, house::hide).node());
    }
}

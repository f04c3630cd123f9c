package nl.bereik.mobile.app;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.capture.ContactFormViewModel;
import nl.bereik.mobile.capture.Draft;
import nl.bereik.mobile.capture.NewTelling;
import nl.bereik.mobile.capture.TakeBackViewModel;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.notes.NotesViewModel;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.Outbox;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.today.TodayLine;
import nl.bereik.mobile.today.TodayViewModel;
import nl.bereik.protocol.contact.FieldProblem;
import org.jspecify.annotations.Nullable;

/** From unlocking to locking: the open phone and what works with it. Nothing of it outlives {@link #close}. */
final class Session {
    private static final int FIRST_FAILURE_ENDS_ROUND = 1;

    private final Phone phone;
    private final Background work;
    private final SyncClient client;
    private final AutoSync sync;
    private final TodayViewModel today;
    private final NotesViewModel notes;
    private @Nullable ContactFormViewModel form;
    private boolean closed;

    Session(Phone phone, Surroundings around) {
        this.phone = phone;
        this.work = around.work();
        this.client = new SyncClient(phone, around.transport(), SyncClient.Pause.real());
        this.sync = new AutoSync(
                () -> client.sync(FIRST_FAILURE_ENDS_ROUND),
                around.network(),
                around.delays(),
                around.parts().random());
        this.today = new TodayViewModel(phone, sync, around.work(), around.delays());
        this.notes = new NotesViewModel(phone, around.work());
    }

    Phone phone() {
        return phone;
    }

    SyncClient client() {
        return client;
    }

    AutoSync sync() {
        return sync;
    }

    TodayViewModel today() {
        return today;
    }

    NotesViewModel notes() {
        return notes;
    }

    /** The form being filled in, if there is one. */
    Optional<ContactFormViewModel> form() {
        return Optional.ofNullable(form);
    }

    /** Opens a form with what was last used filled in. */
    ContactFormViewModel newForm(Consumer<UUID> stored) {
        Outbox outbox = phone.outbox();
        return open(
                Draft.afterLast(outbox.items()),
                List.of(),
                telling -> {
                    UUID opId = outbox.newId();
                    return outbox.save(opId, telling.under(opId));
                },
                stored);
    }

    /**
     * Opens a form with a contact as it was last told, and what the server has against that.
     *
     * @param storing makes what is in the form durable in its place
     */
    ContactFormViewModel form(TodayLine line, Function<NewTelling, UUID> storing, Consumer<UUID> stored) {
        List<FieldProblem> problems = line.state() == ItemState.NEEDS_REPAIR ? line.problems() : List.of();
        return open(line.contact(), problems, storing, stored);
    }

    /** Asks whether a contact was none. */
    TakeBackViewModel takingBack(Supplier<UUID> taking, Consumer<UUID> taken) {
        return new TakeBackViewModel(work, taking, taken);
    }

    private ContactFormViewModel open(
            Draft start, List<FieldProblem> problems, Function<NewTelling, UUID> storing, Consumer<UUID> stored) {
        ContactFormViewModel opened = new ContactFormViewModel(
                phone.reference().data(),
                phone.parts().clock(),
                work,
                start,
                problems,
                new TextSealer(phone.teamKeys()),
                storing,
                stored);
        form = opened;
        return opened;
    }

    void closeForm() {
        form = null;
    }

    /** Whether it has not been closed. */
    boolean isOpen() {
        return !closed;
    }

    void close() {
        closed = true;
        sync.stop();
        notes.close();
        form = null;
        shut(phone);
    }

    /** Closes a phone and forgets its key. Waits for a change that is just being written. */
    static void shut(Phone phone) {
        synchronized (phone) {
            try {
                phone.close();
            } catch (JournalException e) {
                // Everything saved is on the disk already, and there is nobody to tell: the screen is locked.
                return;
            }
        }
    }
}

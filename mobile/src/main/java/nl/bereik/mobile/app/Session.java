package nl.bereik.mobile.app;

import java.util.Optional;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.capture.ContactFormViewModel;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.today.TodayViewModel;
import org.jspecify.annotations.Nullable;

/** From unlocking to locking: the open phone and what works with it. Nothing of it outlives {@link #close}. */
final class Session {
    private static final int FIRST_FAILURE_ENDS_ROUND = 1;

    private final Phone phone;
    private final SyncClient client;
    private final AutoSync sync;
    private final TodayViewModel today;
    private @Nullable ContactFormViewModel form;

    Session(Phone phone, Surroundings around) {
        this.phone = phone;
        this.client = new SyncClient(phone, around.transport(), SyncClient.Pause.real());
        this.sync = new AutoSync(
                () -> client.sync(FIRST_FAILURE_ENDS_ROUND),
                around.network(),
                around.delays(),
                around.parts().random());
        this.today = new TodayViewModel(phone, sync, around.work(), around.delays());
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

    /** The form being filled in, if there is one. */
    Optional<ContactFormViewModel> form() {
        return Optional.ofNullable(form);
    }

    void openForm(ContactFormViewModel model) {
        form = model;
    }

    void closeForm() {
        form = null;
    }

    void close() {
        sync.stop();
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

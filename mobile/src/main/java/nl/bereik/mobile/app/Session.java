package nl.bereik.mobile.app;

import java.time.YearMonth;
import java.util.UUID;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.DoorbellWatch;
import nl.bereik.mobile.device.PushRegistration;
import nl.bereik.mobile.inbox.InboxViewModel;
import nl.bereik.mobile.inbox.NeedPageViewModel;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.month.MonthViewModel;
import nl.bereik.mobile.need.NeedNews;
import nl.bereik.mobile.need.NeedPile;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.notes.NotesViewModel;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.DoorbellRequests;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.today.TodayViewModel;

/** From unlocking to locking: the open phone and what works with it. Nothing of it outlives {@link #close}. */
final class Session {
    private static final int FIRST_FAILURE_ENDS_ROUND = 1;

    private final Phone phone;
    private final Background work;
    private final SyncClient client;
    private final AutoSync sync;
    private final TodayViewModel today;
    private final Needs needs;
    private final Forms forms;
    private final NeedNews news;
    private final DoorbellWatch doorbell;
    private final Runnable newsCame;
    private final PushRegistration registration;
    private NeedPile pile = NeedPile.NEW;
    private Runnable lookAway = () -> {};
    private boolean closed;

    /** @param newsCame is told when a sync brought something worth a word */
    Session(Phone phone, Surroundings around, Runnable newsCame) {
        this.phone = phone;
        this.work = around.work();
        this.client = new SyncClient(phone, around.transport(), SyncClient.Pause.real());
        this.sync = new AutoSync(
                this::round, around.network(), around.delays(), around.parts().random());
        this.today = new TodayViewModel(phone, sync, around.work(), around.delays());
        this.needs = new Needs(phone);
        this.forms = new Forms(phone, around.work(), needs);
        this.news = new NeedNews(needs);
        this.newsCame = newsCame;
        this.registration = around.device().push();
        this.doorbell = new DoorbellWatch(
                new DoorbellRequests(phone),
                around.doorbell(),
                around.work(),
                around.delays(),
                around.parts().random(),
                sync::now);
    }

    /** Syncs for the first time, and from then on whenever there may be something to pull or to tell. */
    void begin() {
        sync.now();
        doorbell.start();
        registerForPushes();
    }

    /** The user wants nudges again, or no more: the server is told. */
    void nudgesChosen() {
        registerForPushes();
        sync.now();
    }

    /** Asks the device where it can be nudged, unless the user wants no nudges; what is new is told at once. */
    private void registerForPushes() {
        registration
                .platform()
                .filter(platform -> phone.settings().push())
                .ifPresent(
                        platform -> registration.register(token -> work.screen().execute(() -> {
                            if (isOpen() && phone.push().has(token, platform)) {
                                sync.now();
                            }
                        })));
    }

    private SyncResult round() throws InterruptedException {
        SyncResult result = client.sync(FIRST_FAILURE_ENDS_ROUND);
        boolean hasCome = news.hasCome();
        work.screen().execute(() -> {
            if (isOpen() && result.end() == SyncResult.End.COMPLETE) {
                doorbell.synced();
            }
            if (isOpen() && hasCome) {
                newsCame.run();
            }
        });
        return result;
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

    /** What is looked at from now on; it is closed once something else is, or this. */
    void lookAt(Runnable close) {
        lookAway();
        lookAway = close;
    }

    /** Closes what is looked at. */
    void lookAway() {
        Runnable close = lookAway;
        lookAway = () -> {};
        close.run();
    }

    /** The notes of the team, to be looked at. */
    NotesViewModel openNotes() {
        NotesViewModel opened = new NotesViewModel(phone, work);
        lookAt(opened::close);
        return opened;
    }

    /** The needs, to be looked at; with the pile that was looked at last. */
    InboxViewModel openInbox() {
        InboxViewModel opened = new InboxViewModel(phone, work, pile);
        lookAt(() -> {
            pile = opened.pileProperty().get();
            opened.close();
        });
        return opened;
    }

    /** A month of this phone, to be looked at. */
    MonthViewModel openMonth(YearMonth month) {
        MonthViewModel opened = new MonthViewModel(phone, work, month);
        lookAt(opened::close);
        return opened;
    }

    Needs needs() {
        return needs;
    }

    /** What is being filled in. */
    Forms forms() {
        return forms;
    }

    /** One need, to be looked at. */
    NeedPageViewModel openNeed(UUID id) {
        NeedPageViewModel opened = new NeedPageViewModel(phone, work, id, sync::now);
        lookAt(opened::close);
        return opened;
    }

    /** Where slow work is done. */
    Background work() {
        return work;
    }

    /** Whether it has not been closed. */
    boolean isOpen() {
        return !closed;
    }

    void close() {
        closed = true;
        doorbell.stop();
        sync.stop();
        lookAway();
        forms.close();
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

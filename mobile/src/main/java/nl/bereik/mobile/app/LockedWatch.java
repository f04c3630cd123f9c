package nl.bereik.mobile.app;

import java.time.Duration;
import java.util.random.RandomGenerator;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.Delays;
import nl.bereik.mobile.sync.LockedPhone;
import nl.bereik.protocol.sync.Backoff;
import org.jspecify.annotations.Nullable;

/**
 * Asks, while the app is locked, whether this phone is to erase itself: at once, every few minutes, and with back-off
 * while there is no answer. Called on the screen's thread.
 */
final class LockedWatch {
    static final Duration EVERY = Duration.ofMinutes(3);

    private final LockedPhone phone;
    private final Background network;
    private final Delays delays;
    private final RandomGenerator random;
    private final Runnable lock;
    private final Runnable wiped;
    private Delays.@Nullable Delayed next;
    private boolean watching;
    private boolean asking;
    private int failures;

    /**
     * @param lock closes the phone if it is open, for it is to be erased
     * @param wiped is told when all has been erased
     */
    LockedWatch(
            LockedPhone phone,
            Background network,
            Delays delays,
            RandomGenerator random,
            Runnable lock,
            Runnable wiped) {
        this.phone = phone;
        this.network = network;
        this.delays = delays;
        this.random = random;
        this.lock = lock;
        this.wiped = wiped;
    }

    /** Begins to watch; asks now unless it watches already. */
    void start() {
        if (!watching) {
            watching = true;
            failures = 0;
            ask();
        }
    }

    /** The app has been unlocked: it hears by syncing. */
    void stop() {
        watching = false;
        cancelNext();
    }

    private void ask() {
        cancelNext();
        if (asking) {
            return;
        }
        asking = true;
        network.run(this::answer, this::answered, failure -> answered(LockedPhone.Answer.NO_REPLY));
    }

    private LockedPhone.Answer answer() {
        try {
            return phone.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LockedPhone.Answer.NO_REPLY;
        }
    }

    private void answered(LockedPhone.Answer answer) {
        asking = false;
        failures = answer == LockedPhone.Answer.NOTHING ? 0 : failures + 1;
        if (answer == LockedPhone.Answer.WIPED || answer == LockedPhone.Answer.WIPED_UNTOLD) {
            wiped.run();
        } else if (answer == LockedPhone.Answer.OPEN) {
            lock.run();
        }
        if (watching) {
            cancelNext();
            Duration pause = failures == 0 ? EVERY : Backoff.delay(failures - 1, random);
            next = delays.after(pause, () -> network.screen().execute(this::askAgain));
        }
    }

    private void askAgain() {
        if (watching) {
            ask();
        }
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }
}

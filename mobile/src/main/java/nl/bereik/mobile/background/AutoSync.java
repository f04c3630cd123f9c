package nl.bereik.mobile.background;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.protocol.sync.Backoff;
import nl.bereik.protocol.sync.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Syncs by itself: after unlocking, some time after each save, and again with jittered back-off while the network
 * fails. One round at a time, off the screen's thread. Its methods are called on the screen's thread.
 */
public final class AutoSync {
    private final Rounds rounds;
    private final Background background;
    private final Delays delays;
    private final RandomGenerator random;
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>(Activity.IDLE);
    private final ReadOnlyObjectWrapper<Optional<SyncTrouble>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());

    private Delays.@Nullable Delayed next;
    private int failures;
    private boolean again;
    private boolean stopped;

    /** One blocking round with the server, ended by its first failure. */
    @FunctionalInterface
    public interface Rounds {
        SyncResult run() throws InterruptedException;
    }

    /** What it does at the moment. */
    public enum Activity {
        IDLE,
        SYNCING
    }

    public AutoSync(Rounds rounds, Background background, Delays delays, RandomGenerator random) {
        this.rounds = rounds;
        this.background = background;
        this.delays = delays;
        this.random = random;
    }

    public ReadOnlyObjectProperty<Activity> activityProperty() {
        return activity.getReadOnlyProperty();
    }

    /** What stood in the way of the last round; empty when it went well or there was none yet. */
    public ReadOnlyObjectProperty<Optional<SyncTrouble>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Syncs now; when a round runs already, once more after it. */
    public void now() {
        failures = 0;
        start();
    }

    /** Syncs when this time has passed without another call of this or of {@link #now}. */
    public void in(Duration delay) {
        if (!stopped) {
            cancelNext();
            next = delays.after(delay, () -> background.screen().execute(this::start));
        }
    }

    /** Ends it for good; a round under way is not waited for and its outcome passed over. */
    public void stop() {
        stopped = true;
        cancelNext();
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    private void start() {
        if (stopped) {
            return;
        }
        cancelNext();
        if (activity.get() == Activity.SYNCING) {
            again = true;
            return;
        }
        activity.set(Activity.SYNCING);
        background.run(this::round, this::ended, failure -> ended(Optional.of(troubleOf(failure))));
    }

    private Optional<SyncTrouble> round() {
        try {
            return troubleOf(rounds.run());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void ended(Optional<SyncTrouble> outcome) {
        if (stopped) {
            return;
        }
        activity.set(Activity.IDLE);
        trouble.set(outcome);
        boolean oneMore = again;
        again = false;
        if (outcome.isEmpty()) {
            failures = 0;
            if (oneMore) {
                start();
            }
        } else if (outcome.get().passesByItself()) {
            in(Backoff.delay(failures++, random));
        }
    }

    private static Optional<SyncTrouble> troubleOf(SyncResult result) {
        return switch (result.end()) {
            case COMPLETE, NOT_ENROLLED -> Optional.empty();
            case NO_COVERAGE -> Optional.of(SyncTrouble.NO_COVERAGE);
            case TIMED_OUT -> Optional.of(SyncTrouble.TIMED_OUT);
            case NOT_UNDERSTOOD -> Optional.of(SyncTrouble.NOT_UNDERSTOOD);
            case ASKED_TO_WAIT -> Optional.of(SyncTrouble.SERVER_BUSY);
            case REFUSED -> Optional.of(troubleOf(result.refusal()));
        };
    }

    private static SyncTrouble troubleOf(Refusal.@Nullable Reason refusal) {
        if (refusal == null) {
            return SyncTrouble.REFUSED;
        }
        return switch (refusal) {
            case STORE_UNAVAILABLE, SERVER_FAULT, TOO_MANY_REQUESTS -> SyncTrouble.SERVER_BUSY;
            case NOT_APPROVED -> SyncTrouble.NOT_APPROVED;
            case REVOKED_INSTALL -> SyncTrouble.REVOKED;
            case WIPE_ORDERED -> SyncTrouble.WIPE_ORDERED;
            case UNKNOWN_INSTALL -> SyncTrouble.UNKNOWN_INSTALL;
            case CLOCK_SKEW -> SyncTrouble.CLOCK_WRONG;
            default -> SyncTrouble.REFUSED;
        };
    }

    private static SyncTrouble troubleOf(RuntimeException failure) {
        return failure instanceof JournalException journal && journal.reason() == JournalException.Reason.DISK_FULL
                ? SyncTrouble.DISK_FULL
                : SyncTrouble.PHONE_FAULT;
    }
}

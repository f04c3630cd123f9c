package nl.bereik.mobile.background;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.bereik.mobile.sync.Doorbell;
import nl.bereik.mobile.sync.DoorbellRequests;
import nl.bereik.mobile.sync.WireRequest;
import nl.bereik.protocol.sync.Backoff;
import nl.bereik.protocol.sync.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Listens at the server's door from unlocking to locking, and comes back with jittered back-off whenever the line ends.
 * Its methods are called on the screen's thread, and it calls back there.
 */
public final class DoorbellWatch {
    /** The server says something every twenty seconds; a line this long without a word is dead. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    private final DoorbellRequests requests;
    private final Doorbell doorbell;
    private final Background background;
    private final Delays delays;
    private final RandomGenerator random;
    private final Runnable rung;

    private @Nullable Line line;
    private Delays.@Nullable Delayed next;
    private int failures;
    private boolean wasHeard;
    private boolean stopped = true;

    /**
     * @param background for signing, and the screen's thread
     * @param rung is told when there may be something to pull, and when the server has revoked this phone
     */
    public DoorbellWatch(
            DoorbellRequests requests,
            Doorbell doorbell,
            Background background,
            Delays delays,
            RandomGenerator random,
            Runnable rung) {
        this.requests = requests;
        this.doorbell = doorbell;
        this.background = background;
        this.delays = delays;
        this.random = random;
        this.rung = rung;
    }

    /** Begins to listen; no effect when it does already. */
    public void start() {
        if (stopped) {
            stopped = false;
            failures = 0;
            open();
        }
    }

    /** Stops listening. */
    public void stop() {
        stopped = true;
        cancelNext();
        if (line != null) {
            line.end();
            line = null;
        }
    }

    /** A sync went well: if only a lack of coverage, or of leave to sync, keeps it waiting, it tries again now. */
    public void synced() {
        if (!stopped && next != null && line == null && failures > 0 && !wasHeard) {
            open();
        }
    }

    private void open() {
        cancelNext();
        Line opened = new Line();
        line = opened;
        background.run(requests::next, request -> opened.listen(request), failure -> opened.over(null));
    }

    private void again() {
        if (!stopped) {
            cancelNext();
            next = delays.after(
                    Backoff.delay(failures++, random), () -> background.screen().execute(() -> {
                        if (!stopped && line == null) {
                            open();
                        }
                    }));
        }
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    /** One time at the door. */
    private final class Line implements Doorbell.Ears {
        private Doorbell.@Nullable Listening listening;
        private Delays.@Nullable Delayed silence;
        private boolean heard;

        void listen(Optional<WireRequest> request) {
            if (line != this) {
                return;
            }
            if (request.isEmpty()) {
                over(null);
                return;
            }
            awaitWord();
            Doorbell.Listening opened = doorbell.listen(request.get(), this);
            if (line == this) {
                listening = opened;
            } else {
                opened.close();
            }
        }

        @Override
        public void rung() {
            onScreen(() -> {
                heard = true;
                awaitWord();
                rung.run();
            });
        }

        @Override
        public void stillThere() {
            onScreen(() -> {
                heard = true;
                // A ring alone proves little: something on the way may end every line after its first word.
                failures = 0;
                awaitWord();
            });
        }

        @Override
        public void ended(@Nullable Refusal refusal) {
            onScreen(() -> over(refusal));
        }

        private void over(@Nullable Refusal refusal) {
            if (line != this) {
                return;
            }
            end();
            line = null;
            wasHeard = heard || refusal != null;
            if (refusal != null) {
                heed(refusal);
            }
            again();
        }

        private void heed(Refusal refusal) {
            switch (refusal.reason()) {
                case CLOCK_SKEW -> requests.followClock(refusal.serverTime());
                case REVOKED_INSTALL, WIPE_ORDERED -> rung.run();
                default -> {}
            }
        }

        private void awaitWord() {
            if (silence != null) {
                silence.cancel();
            }
            silence = delays.after(SILENCE, () -> onScreen(() -> over(null)));
        }

        void end() {
            if (silence != null) {
                silence.cancel();
                silence = null;
            }
            if (listening != null) {
                listening.close();
            }
        }

        private void onScreen(Runnable task) {
            background.screen().execute(() -> {
                if (line == this) {
                    task.run();
                }
            });
        }
    }
}

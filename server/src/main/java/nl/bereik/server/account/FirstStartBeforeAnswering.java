package nl.bereik.server.account;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Runs {@link FirstStart} after the store has started and before the server listens. */
final class FirstStartBeforeAnswering implements SmartLifecycle {
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    /** The web server starts listening at {@code DEFAULT_PHASE - 2048}. */
    private static final int PHASE = DEFAULT_PHASE - 4096;

    private final FirstStart firstStart;
    private volatile boolean running;

    FirstStartBeforeAnswering(FirstStart firstStart) {
        this.firstStart = firstStart;
    }

    @Override
    public void start() {
        firstStart.run().block(AT_MOST);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}

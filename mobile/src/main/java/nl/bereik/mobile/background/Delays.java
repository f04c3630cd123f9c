package nl.bereik.mobile.background;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does something later; a port, so that tests need not wait. */
@FunctionalInterface
public interface Delays {

    /** Something that has been put off. */
    @FunctionalInterface
    interface Delayed {
        /** Drops it; no effect once it has begun. */
        void cancel();
    }

    /** Does it once this time has passed, on a thread of the implementation's choice. */
    Delayed after(Duration delay, Runnable task);

    /** Delays kept by a scheduler. */
    static Delays by(ScheduledExecutorService scheduler) {
        return (delay, task) -> {
            ScheduledFuture<?> future = scheduler.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> future.cancel(false);
        };
    }
}

package nl.bereik.mobile.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.bereik.mobile.background.Delays;

/** Delays that end when the test says so. */
public final class ManualDelays implements Delays {
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(Duration delay, Runnable task) {}

    @Override
    public Delayed after(Duration delay, Runnable task) {
        Waiting one = new Waiting(delay, task);
        waiting.add(one);
        return () -> waiting.remove(one);
    }

    /** Runs what was put off for at most this long, and forgets it. */
    public void pass(Duration time) {
        for (Waiting one : List.copyOf(waiting)) {
            if (one.delay().compareTo(time) <= 0 && waiting.remove(one)) {
                one.task().run();
            }
        }
    }

    public List<Duration> pending() {
        return waiting.stream().map(Waiting::delay).toList();
    }
}

package nl.bereik.server.work;

import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** Goes round from when the server has started until it stops; what is under way then is cut off. */
public abstract class Loop implements SmartLifecycle {
    private final Disposable.Swap running = Disposables.swap();

    /** Does the work, round after round, and never ends by itself: a round that fails is put off. */
    protected abstract Flux<?> rounds();

    @Override
    public final void start() {
        running.update(rounds().subscribe());
    }

    @Override
    public final void stop() {
        running.update(Disposables.disposed());
    }

    @Override
    public final boolean isRunning() {
        Disposable now = running.get();
        return now != null && !now.isDisposed();
    }
}

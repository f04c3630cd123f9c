package nl.bereik.mobile.background;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What is looked at: read again off the screen's thread whenever something changes, until it is closed. Many changes at
 * once, as during an import or a sync, make one reading; one that fails leaves what was shown.
 */
public final class LookedAt<T> {
    private final Background background;
    private final Supplier<? extends T> read;
    private final Consumer<? super T> show;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Runnable letGo;
    private volatile boolean open = true;

    /**
     * @param changes calls a listener back after every change, on any thread, and answers what lets go of it; as
     *     {@link nl.bereik.mobile.phone.Phone#onChange}
     * @param show is given what was read, on the screen's thread and never once this is closed
     */
    public LookedAt(
            Background background,
            UnaryOperator<Runnable> changes,
            Supplier<? extends T> read,
            Consumer<? super T> show) {
        this.background = background;
        this.read = read;
        this.show = show;
        this.letGo = changes.apply(this::changed);
    }

    /** Has it read again. Called on any thread. */
    public void changed() {
        if (open && waiting.compareAndSet(false, true)) {
            background.run(
                    () -> {
                        waiting.set(false);
                        return read.get();
                    },
                    now -> {
                        if (open) {
                            show.accept(now);
                        }
                    },
                    failure -> {});
        }
    }

    /** Reads no more. Called on the screen's thread. */
    public void close() {
        open = false;
        letGo.run();
    }
}

package nl.bereik.mobile.background;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does slow work off the screen's thread and brings the outcome back to it.
 *
 * @param worker where the work is done
 * @param screen where the outcome is shown
 */
public record Background(Executor worker, Executor screen) {

    /** Both at once, in the calling thread; for tests. */
    public static Background direct() {
        return new Background(Runnable::run, Runnable::run);
    }

    /** Does the work and then calls one of the two on the screen's thread. An {@link Error} is not caught. */
    public <T> void run(Supplier<T> work, Consumer<? super T> done, Consumer<? super RuntimeException> failed) {
        worker.execute(() -> {
            T outcome;
            try {
                outcome = work.get();
            } catch (RuntimeException e) {
                screen.execute(() -> failed.accept(e));
                return;
            }
            screen.execute(() -> done.accept(outcome));
        });
    }
}

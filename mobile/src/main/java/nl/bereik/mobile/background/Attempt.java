package nl.bereik.mobile.background;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Something the user has done, off the screen's thread and one at a time, with why the last one failed. Called on the
 * screen's thread.
 *
 * @param <T> why it can fail, in the words that the user sees
 */
public final class Attempt<T> {
    private final Background background;
    private final T none;
    private final Function<? super RuntimeException, ? extends T> why;
    private final ReadOnlyObjectWrapper<T> trouble;
    private boolean underWay;

    /** @param none while nothing has failed */
    public Attempt(Background background, T none, Function<? super RuntimeException, ? extends T> why) {
        this.background = background;
        this.none = none;
        this.why = why;
        this.trouble = new ReadOnlyObjectWrapper<>(none);
    }

    /** Why the last one failed. */
    public ReadOnlyObjectProperty<T> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether one is under way, so that another would not be done. */
    public boolean underWay() {
        return underWay;
    }

    /** Forgets why the last one failed. */
    public void forget() {
        trouble.set(none);
    }

    /** As below, with nothing else to do when it fails. */
    public <R> void run(Supplier<R> work, Consumer<? super R> done) {
        run(work, done, () -> {});
    }

    /** Does the work, unless another is under way; then tells what came of it. */
    public <R> void run(Supplier<R> work, Consumer<? super R> done, Runnable failed) {
        if (underWay) {
            return;
        }
        underWay = true;
        forget();
        background.run(
                work,
                outcome -> {
                    underWay = false;
                    done.accept(outcome);
                },
                failure -> {
                    underWay = false;
                    trouble.set(why.apply(failure));
                    failed.run();
                });
    }
}

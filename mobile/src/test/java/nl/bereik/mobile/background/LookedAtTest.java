package nl.bereik.mobile.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookedAtTest {
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final Deque<Runnable> screen = new ArrayDeque<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Integer> shown = new ArrayList<>();
    private int value;
    private int readings;
    private boolean broken;
    private final LookedAt<Integer> lookedAt =
            new LookedAt<>(new Background(worker::add, screen::add), this::listen, this::read, shown::add);

    @Test
    void manyChangesMakeOneReadingAndOneDuringItMakesAnother() {
        change(1);
        change(2);
        finish(worker);
        change(3);
        finish(worker);
        finish(screen);
        assertThat(readings).isEqualTo(2);
        assertThat(shown).containsExactly(2, 3);
    }

    @Test
    void aReadingThatFailsLeavesWhatWasShownAndTheNextChangeIsRead() {
        broken = true;
        change(1);
        finish(worker);
        finish(screen);
        assertThat(shown).isEmpty();
        broken = false;
        change(2);
        finish(worker);
        finish(screen);
        assertThat(shown).containsExactly(2);
    }

    @Test
    void whatWasBeingReadWhenItClosedIsNotShownAndNothingIsReadAfter() {
        change(1);
        finish(worker);
        lookedAt.close();
        finish(screen);
        assertThat(listeners).isEmpty();
        lookedAt.changed();
        finish(worker);
        assertThat(readings).isEqualTo(1);
        assertThat(shown).isEmpty();
    }

    private Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private int read() {
        readings++;
        if (broken) {
            throw new IllegalStateException("closed");
        }
        return value;
    }

    private void change(int now) {
        value = now;
        listeners.forEach(Runnable::run);
    }

    private static void finish(Deque<Runnable> line) {
        while (!line.isEmpty()) {
            line.remove().run();
        }
    }
}

package nl.bereik.mobile.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptTest {
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Attempt<String> attempt =
            new Attempt<>(new Background(worker::add, Runnable::run), "", RuntimeException::getMessage);

    @Test
    void anotherIsNotDoneUntilTheFirstEnded() {
        attempt.run(() -> "one", done::add);
        attempt.run(() -> "two", done::add);
        assertThat(attempt.underWay()).isTrue();
        assertThat(worker).hasSize(1);
        worker.remove().run();
        assertThat(attempt.underWay()).isFalse();
        assertThat(done).containsExactly("one");
        attempt.run(() -> "three", done::add);
        worker.remove().run();
        assertThat(done).containsExactly("one", "three");
    }

    @Test
    void whyItFailedIsToldUntilTheNextOne() {
        attempt.run(this::fail, done::add, () -> done.add("failed"));
        worker.remove().run();
        assertThat(done).containsExactly("failed");
        assertThat(attempt.underWay()).isFalse();
        assertThat(attempt.troubleProperty().get()).isEqualTo("full");
        attempt.run(() -> "again", done::add);
        assertThat(attempt.troubleProperty().get()).isEmpty();
        worker.remove().run();
        assertThat(done).containsExactly("failed", "again");
    }

    private String fail() {
        throw new IllegalStateException("full");
    }
}

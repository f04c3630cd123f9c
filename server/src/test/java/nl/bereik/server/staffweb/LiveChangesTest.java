package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

final class LiveChangesTest {
    private final FakeFigures figures = new FakeFigures();

    /** Else a change between the making of the page and the listening would show with the next change only. */
    @Test
    void firstEventComesWhenChangesAreListenedFor() {
        List<String> events = new ArrayList<>();

        Disposable listening = new LiveChanges().events(figures.changes()).subscribe(event -> {
            if (events.isEmpty()) {
                figures.set(List.of());
            }
            events.add(event.event());
        });

        listening.dispose();
        assertThat(events).containsExactly("changed", "changed");
    }
}

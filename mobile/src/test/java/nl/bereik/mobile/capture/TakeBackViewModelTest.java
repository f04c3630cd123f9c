package nl.bereik.mobile.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.journal.JournalException;
import org.junit.jupiter.api.Test;

class TakeBackViewModelTest {
    private static final UUID ID = new UUID(1, 2);

    private final List<UUID> taken = new ArrayList<>();

    @Test
    void nothingIsTakenBackWithoutAYesToTheQuestion() {
        TakeBackViewModel model = new TakeBackViewModel(Background.direct(), () -> ID, taken::add);
        model.confirm();
        model.ask();
        assertThat(model.askingProperty().get()).isTrue();
        model.keep();
        model.confirm();
        assertThat(taken).isEmpty();
        model.ask();
        model.confirm();
        assertThat(taken).containsExactly(ID);
        assertThat(model.askingProperty().get()).isFalse();
    }

    @Test
    void aSecondYesWhileTheDiskIsBusyDoesNothing() {
        List<Runnable> work = new ArrayList<>();
        TakeBackViewModel model = new TakeBackViewModel(new Background(work::add, Runnable::run), () -> ID, taken::add);
        model.ask();
        model.confirm();
        model.confirm();
        assertThat(work).hasSize(1);
    }

    @Test
    void whyItFailedIsToldUntilItIsTriedAgain() {
        RuntimeException[] failure = {new JournalException(JournalException.Reason.DISK_FULL, "full")};
        TakeBackViewModel model = new TakeBackViewModel(
                Background.direct(),
                () -> {
                    throw failure[0];
                },
                taken::add);
        model.ask();
        model.confirm();
        assertThat(model.troubleProperty().get()).isEqualTo(SaveTrouble.DISK_FULL);
        assertThat(model.askingProperty().get()).isFalse();
        failure[0] = new IllegalArgumentException("refused meanwhile");
        model.ask();
        assertThat(model.troubleProperty().get()).isEqualTo(SaveTrouble.NONE);
        model.confirm();
        assertThat(model.troubleProperty().get()).isEqualTo(SaveTrouble.CHANGED_MEANWHILE);
        assertThat(taken).isEmpty();
    }
}

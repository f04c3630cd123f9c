package nl.bereik.mobile.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.sync.EnrolResult;
import nl.bereik.mobile.sync.SyncResult.End;
import nl.bereik.protocol.sync.Refusal.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrolViewModelTest {
    private final List<String> asked = new ArrayList<>();
    private int told;

    @Test
    void anAddressAndACodeEnrol() {
        EnrolViewModel model = model(End.COMPLETE, null);
        model.serverProperty().set(" bereik.example.org/ ");
        model.codeProperty().set("7k3qm-2zp9a");
        model.enrol();
        assertThat(asked).containsExactly("https://bereik.example.org 7K3QM2ZP9A");
        assertThat(told).isEqualTo(1);
        assertThat(model.troubleProperty().get()).isEqualTo(EnrolTrouble.NONE);
    }

    @Test
    void aBadAddressIsToldWithoutAskingAnyServer() {
        EnrolViewModel model = model(End.COMPLETE, null);
        model.serverProperty().set("not an address");
        model.codeProperty().set("7k3qm-2zp9a");
        model.enrol();
        assertThat(model.troubleProperty().get()).isEqualTo(EnrolTrouble.BAD_ADDRESS);
        assertThat(asked).isEmpty();
    }

    @Test
    void aBadCodeIsToldWithoutAskingAnyServer() {
        EnrolViewModel model = model(End.COMPLETE, null);
        model.serverProperty().set("bereik.example.org");
        model.codeProperty().set("123");
        model.enrol();
        assertThat(model.troubleProperty().get()).isEqualTo(EnrolTrouble.BAD_CODE);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, UNKNOWN_CODE, UNKNOWN_CODE",
        "REFUSED, USED_CODE, USED_CODE",
        "REFUSED, EXPIRED_CODE, EXPIRED_CODE",
        "REFUSED, CLOCK_SKEW, CLOCK_WRONG",
        "REFUSED, TOO_MANY_REQUESTS, TOO_MANY_TRIES",
        "REFUSED, STORE_UNAVAILABLE, SERVER_BUSY",
        "REFUSED, NOT_FOUND, NOT_BEREIK",
        "REFUSED, WRONG_SIGNATURE, REFUSED",
        "NO_COVERAGE, , NO_COVERAGE",
        "TIMED_OUT, , TIMED_OUT",
        "NOT_UNDERSTOOD, , NOT_BEREIK"
    })
    void everyFailureHasItsOwnWords(End end, @Nullable Reason refusal, EnrolTrouble expected) {
        EnrolViewModel model = model(end, refusal);
        model.serverProperty().set("bereik.example.org");
        model.codeProperty().set("7k3qm-2zp9a");
        model.enrol();
        assertThat(model.troubleProperty().get()).isEqualTo(expected);
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(told).isZero();
    }

    @Test
    void typingClearsTheTrouble() {
        EnrolViewModel model = model(End.NO_COVERAGE, null);
        model.serverProperty().set("bereik.example.org");
        model.codeProperty().set("7k3qm-2zp9a");
        model.enrol();
        model.codeProperty().set("7k3qm-2zp9b");
        assertThat(model.troubleProperty().get()).isEqualTo(EnrolTrouble.NONE);
    }

    @Test
    void theServerIsAskedOnceHoweverOftenOnePresses() {
        List<Runnable> work = new ArrayList<>();
        EnrolViewModel model = new EnrolViewModel(
                (server, code) -> new EnrolResult(End.COMPLETE, null),
                new Background(work::add, Runnable::run),
                "bereik.example.org",
                () -> told++);
        model.codeProperty().set("7k3qm-2zp9a");
        model.enrol();
        model.enrol();
        assertThat(work).hasSize(1);
    }

    private EnrolViewModel model(End end, @Nullable Reason refusal) {
        return new EnrolViewModel(
                (server, code) -> {
                    asked.add(server + " " + code.text());
                    return new EnrolResult(end, refusal);
                },
                Background.direct(),
                "",
                () -> told++);
    }
}

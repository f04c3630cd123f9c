package nl.bereik.mobile.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.bereik.mobile.app.ManualDelays;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.journal.PinStanding;
import nl.bereik.mobile.lock.PinPad.Remark;
import nl.bereik.mobile.lock.PinPad.Step;
import org.junit.jupiter.api.Test;

class PinChangeViewModelTest {
    private final List<String> changes = new ArrayList<>();
    private int told;
    private int erased;
    private PinStanding standing = new PinStanding(10, Duration.ZERO, false);
    private final ManualDelays delays = new ManualDelays();
    private final Patience patience = new Patience(() -> standing, delays, Runnable::run);

    @Test
    void changesWithTheOldPinAndTheNewOneTwice() {
        PinChangeViewModel pad = pad((old, fresh) -> changes.add(old.digits() + ">" + fresh.digits()));
        enter(pad, "1111");
        enter(pad, "293847");
        enter(pad, "293847");
        assertThat(changes).containsExactly("1111>293847");
        assertThat(told).isEqualTo(1);
    }

    @Test
    void twoDifferentNewPinsChangeNothing() {
        PinChangeViewModel pad = pad((old, fresh) -> changes.add("changed"));
        enter(pad, "1111");
        enter(pad, "293847");
        enter(pad, "293848");
        assertThat(changes).isEmpty();
        assertThat(pad.stepProperty().get()).isEqualTo(Step.CHANGE);
        assertThat(pad.remarkProperty().get()).isEqualTo(Remark.DIFFERENT);
    }

    @Test
    void theOrganisationSaysHowManyDigitsThereAreAtLeast() {
        PinChangeViewModel pad = new PinChangeViewModel(
                (old, fresh) -> changes.add("changed"),
                patience,
                new PinRule(8),
                Background.direct(),
                () -> told++,
                () -> erased++);
        enter(pad, "1111");
        enter(pad, "2938471");
        assertThat(pad.remarkProperty().get()).isEqualTo(Remark.TOO_SHORT);
        assertThat(pad.minDigits()).isEqualTo(8);
        pad.digit(6);
        pad.confirm();
        assertThat(pad.stepProperty().get()).isEqualTo(Step.REPEAT);
    }

    @Test
    void aWrongOldPinBeginsAgain() {
        PinChangeViewModel pad = pad((old, fresh) -> {
            throw new JournalException(JournalException.Reason.WRONG_PIN, "the PIN is wrong");
        });
        enter(pad, "1111");
        enter(pad, "293847");
        enter(pad, "293847");
        assertThat(told).isZero();
        assertThat(pad.stepProperty().get()).isEqualTo(Step.CURRENT);
        assertThat(pad.remarkProperty().get()).isEqualTo(Remark.WRONG_PIN);
    }

    @Test
    void waitsAfterWrongPinsAndCountsDown() {
        PinChangeViewModel pad = pad((old, fresh) -> {
            standing = new PinStanding(6, Duration.ofSeconds(2), false);
            throw new JournalException(JournalException.Reason.WRONG_PIN, "the PIN is wrong");
        });
        enter(pad, "1111");
        enter(pad, "293847");
        enter(pad, "293847");
        enter(pad, "1111");
        assertThat(pad.blocked().get()).isTrue();
        assertThat(pad.stepProperty().get()).isEqualTo(Step.CURRENT);
        standing = new PinStanding(6, Duration.ZERO, false);
        delays.pass(Duration.ofSeconds(1));
        assertThat(pad.blocked().get()).isFalse();
        enter(pad, "1111");
        assertThat(pad.stepProperty().get()).isEqualTo(Step.CHANGE);
    }

    @Test
    void theLastWrongPinIsTold() {
        PinChangeViewModel pad = pad((old, fresh) -> {
            standing = new PinStanding(0, Duration.ZERO, true);
            throw new JournalException(JournalException.Reason.ERASED, "too many wrong PINs");
        });
        enter(pad, "1111");
        enter(pad, "293847");
        enter(pad, "293847");
        assertThat(erased).isEqualTo(1);
        assertThat(told).isZero();
    }

    private PinChangeViewModel pad(PinChangeViewModel.Changing changing) {
        return new PinChangeViewModel(
                changing, patience, new PinRule(6), Background.direct(), () -> told++, () -> erased++);
    }

    private static void enter(PinPad pad, String digits) {
        digits.chars().forEach(digit -> pad.digit(digit - '0'));
        pad.confirm();
    }
}

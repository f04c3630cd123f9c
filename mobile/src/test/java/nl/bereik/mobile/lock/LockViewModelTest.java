package nl.bereik.mobile.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import nl.bereik.mobile.app.ManualDelays;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.lock.PinPad.Remark;
import nl.bereik.mobile.lock.PinPad.Step;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockViewModelTest {
    @TempDir
    Path folder;

    private final List<Phone> opened = new ArrayList<>();
    private final MovableClock clock = new MovableClock(PhoneSamples.EVENING);
    private final ManualDelays delays = new ManualDelays();
    private PhoneParts parts;

    @BeforeEach
    void makeParts() {
        parts = PhoneSamples.parts(folder, clock);
    }

    @AfterEach
    void close() {
        opened.forEach(Phone::close);
    }

    @Test
    void firstUseAsksForThePinTwice() {
        LockViewModel lock = lock();
        assertThat(lock.stepProperty().get()).isEqualTo(Step.CHOOSE);
        enter(lock, "135724");
        assertThat(lock.stepProperty().get()).isEqualTo(Step.REPEAT);
        assertThat(opened).isEmpty();
        enter(lock, "135724");
        assertThat(opened).hasSize(1);
    }

    @Test
    void twoDifferentPinsMakeNoPhone() {
        LockViewModel lock = lock();
        enter(lock, "135724");
        enter(lock, "135725");
        assertThat(lock.remarkProperty().get()).isEqualTo(Remark.DIFFERENT);
        assertThat(lock.stepProperty().get()).isEqualTo(Step.CHOOSE);
        assertThat(Phone.exists(parts)).isFalse();
    }

    @Test
    void aChosenPinHasAtLeastSixDigits() {
        LockViewModel lock = lock();
        enter(lock, "13572");
        assertThat(lock.remarkProperty().get()).isEqualTo(Remark.TOO_SHORT);
        assertThat(lock.countProperty().get()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"000000", "123456", "9876543", "890123", "13579135", "121212", "5858585", "123123", "907907"})
    void whatAnybodyTriesFirstCannotBeChosen(String digits) {
        LockViewModel lock = lock();
        enter(lock, digits);
        assertThat(lock.remarkProperty().get()).isEqualTo(Remark.TOO_EASY);
        assertThat(lock.stepProperty().get()).isEqualTo(Step.CHOOSE);
        assertThat(lock.countProperty().get()).isZero();
    }

    @Test
    void aShorterPinOfBeforeStillOpensAndIsToldToBeShort() {
        Phone.open(parts, new Pin("1357")).close();
        enter(lock(), "1357");
        assertThat(opened).hasSize(1);
        Phone phone = opened.get(0);
        assertThat(phone.isPinShort()).isTrue();
        phone.changePin(new Pin("1357"), new Pin("135724"));
        assertThat(phone.isPinShort()).isFalse();
    }

    @Test
    void aPinHasAtMostTwelveDigits() {
        LockViewModel lock = lock();
        "1234567890123".chars().forEach(digit -> lock.digit(digit - '0'));
        assertThat(lock.countProperty().get()).isEqualTo(12);
    }

    @Test
    void theRightPinOpensAndAWrongOneSaysSo() {
        makePhone();
        LockViewModel lock = lock();
        assertThat(lock.stepProperty().get()).isEqualTo(Step.ENTER);
        enter(lock, "000000");
        assertThat(lock.remarkProperty().get()).isEqualTo(Remark.WRONG_PIN);
        assertThat(lock.countProperty().get()).isZero();
        enter(lock, PhoneSamples.PIN.digits());
        assertThat(opened).hasSize(1);
    }

    @Test
    void aPhoneOpenElsewhereSaysSo() {
        makePhone();
        opened.add(Phone.open(parts, PhoneSamples.PIN));
        LockViewModel lock = lock();
        enter(lock, PhoneSamples.PIN.digits());
        assertThat(lock.remarkProperty().get()).isEqualTo(Remark.IN_USE);
    }

    @Test
    void aDamagedKeySaysSo() throws IOException {
        makePhone();
        Files.writeString(folder.resolve("key.json"), "{");
        LockViewModel lock = lock();
        enter(lock, PhoneSamples.PIN.digits());
        assertThat(lock.remarkProperty().get()).isEqualTo(Remark.KEY_DAMAGED);
    }

    @Test
    void aNewerVersionSaysSo() throws IOException {
        makePhone();
        Path key = folder.resolve("key.json");
        Files.writeString(key, Files.readString(key).replace("\"version\":1", "\"version\":2"));
        LockViewModel lock = lock();
        enter(lock, PhoneSamples.PIN.digits());
        assertThat(lock.remarkProperty().get()).isEqualTo(Remark.NEWER_VERSION);
    }

    @Test
    void nothingIsTypedOrTriedTwiceWhileAPinIsBeingTried() {
        makePhone();
        Deque<Runnable> work = new ArrayDeque<>();
        LockViewModel lock = new LockViewModel(parts, new Background(work::add, Runnable::run), delays, opened::add);
        enter(lock, PhoneSamples.PIN.digits());
        assertThat(lock.busyProperty().get()).isTrue();
        enter(lock, PhoneSamples.PIN.digits());
        assertThat(work).hasSize(1);
        assertThat(lock.countProperty().get()).isZero();
        work.remove().run();
        assertThat(lock.busyProperty().get()).isFalse();
        assertThat(opened).hasSize(1);
    }

    @Test
    void afterFourWrongPinsThereIsToWaitAlsoOnAnotherLockScreen() {
        makePhone();
        LockViewModel lock = lock();
        for (int i = 0; i < 4; i++) {
            enter(lock, "000000");
        }
        assertThat(lock.standingProperty().get().waiting()).isEqualTo(Duration.ofSeconds(30));
        enter(lock, PhoneSamples.PIN.digits());
        LockViewModel another = lock();
        enter(another, PhoneSamples.PIN.digits());
        assertThat(opened).isEmpty();
        clock.pass(Duration.ofSeconds(30));
        delays.pass(Duration.ofSeconds(1));
        assertThat(lock.blocked().get()).isFalse();
        enter(lock, PhoneSamples.PIN.digits());
        assertThat(opened).hasSize(1);
    }

    @Test
    void warnsWhenFewTriesAreLeftAndSaysThatThePhoneWasErased() {
        makePhone();
        LockViewModel lock = lock();
        for (int i = 0; i < 10; i++) {
            clock.pass(Duration.ofHours(1));
            delays.pass(Duration.ofSeconds(1));
            assertThat(lock.standingProperty().get().fewLeft()).isEqualTo(i >= 7);
            assertThat(lock.stepProperty().get()).isEqualTo(Step.ENTER);
            enter(lock, "000000");
        }
        assertThat(lock.stepProperty().get()).isEqualTo(Step.CHOOSE);
        assertThat(lock.remarkProperty().get()).isEqualTo(Remark.ERASED);
        LockViewModel after = lock();
        assertThat(after.remarkProperty().get()).isEqualTo(Remark.ERASED);
        enter(after, "135724");
        enter(after, "135724");
        assertThat(opened).hasSize(1);
        assertThat(opened.get(0).outbox().items()).isEmpty();
        assertThat(lock().remarkProperty().get()).isEqualTo(Remark.NONE);
    }

    private void makePhone() {
        Phone.open(parts, PhoneSamples.PIN).close();
    }

    private LockViewModel lock() {
        return new LockViewModel(parts, Background.direct(), delays, opened::add);
    }

    private static void enter(PinPad pad, String digits) {
        digits.chars().forEach(digit -> pad.digit(digit - '0'));
        pad.confirm();
    }
}

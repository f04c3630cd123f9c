package nl.bereik.mobile.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.journal.JournalException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wrong PINs: how long one waits, and when the phone is erased. */
class PinTriesTest {
    private static final PinLock.Cost CHEAP = new PinLock.Cost(64, 1);
    private static final Pin RIGHT = new Pin("2468");
    private static final Pin WRONG = new Pin("1111");

    private final MemoryDisk disk = new MemoryDisk();
    private final MovableClock clock = new MovableClock(PhoneSamples.EVENING);
    private final Random random = new Random(5);
    private long uptime;
    private PinLock lock = restarted();

    private PinLock restarted() {
        return new PinLock(disk, random, new PinTries(disk, clock, () -> uptime));
    }

    @BeforeEach
    void make() {
        lock.create(RIGHT, CHEAP);
        disk.plant(Journal.FILE, new byte[] {1});
        disk.plant(Journal.KEPT_ASIDE + "1-1", new byte[] {1});
        disk.plant("look", new byte[] {1});
    }

    @Test
    void waitsGrowFromTheFourthOn() {
        for (int seconds : new int[] {0, 0, 0, 30, 60, 300, 900, 1800, 3600}) {
            wrong(lock);
            assertThat(lock.standing().waiting()).isEqualTo(Duration.ofSeconds(seconds));
            pass(Duration.ofSeconds(seconds));
        }
        assertThat(PinTries.waitAfter(40)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void noTryIsMadeOrCountedBeforeTheTime() {
        wrongTimes(4);
        pass(Duration.ofSeconds(29));
        assertThatThrownBy(() -> lock.unlock(RIGHT)).satisfies(reason(Reason.WAIT));
        assertThatThrownBy(() -> lock.change(RIGHT, WRONG, CHEAP)).satisfies(reason(Reason.WAIT));
        assertThat(lock.standing().triesLeft()).isEqualTo(6);
        pass(Duration.ofSeconds(1));
        lock.unlock(RIGHT);
        assertThat(lock.standing()).isEqualTo(new PinStanding(10, Duration.ZERO, false));
    }

    @Test
    void endingTheAppShortensNoWait() {
        wrongTimes(4);
        clock.pass(Duration.ofSeconds(10));
        assertThat(restarted().standing().waiting()).isEqualTo(Duration.ofSeconds(20));
        assertThatThrownBy(() -> restarted().unlock(RIGHT)).satisfies(reason(Reason.WAIT));
    }

    @Test
    void aClockSetBackBeginsTheWaitAgain() {
        wrongTimes(4);
        pass(Duration.ofSeconds(25));
        clock.pass(Duration.ofDays(-1));
        assertThat(restarted().standing().waiting()).isEqualTo(Duration.ofSeconds(30));
        clock.pass(Duration.ofSeconds(10));
        assertThat(restarted().standing().waiting()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aClockSetForwardHelpsNotWhileTheAppLives() {
        wrongTimes(4);
        clock.pass(Duration.ofDays(1));
        assertThat(lock.standing().waiting()).isEqualTo(Duration.ofSeconds(30));
        uptime += Duration.ofSeconds(30).toNanos();
        assertThat(lock.standing().waiting()).isZero();
    }

    @Test
    void theTenthWrongPinErasesKeyAndJournal() {
        wrongTimes(9);
        assertThat(lock.standing().triesLeft()).isEqualTo(1);
        assertThat(lock.exists()).isTrue();
        pass(Duration.ofHours(1));
        assertThatThrownBy(() -> lock.unlock(WRONG)).satisfies(reason(Reason.ERASED));
        assertThat(disk.names()).containsExactlyInAnyOrder("look", PinTries.FILE);
        assertThat(lock.standing()).isEqualTo(new PinStanding(0, Duration.ZERO, true));
        assertThatThrownBy(() -> restarted().unlock(RIGHT)).satisfies(reason(Reason.ERASED));
        assertThat(restarted().exists()).isFalse();
    }

    @Test
    void whoBeginsAgainHasAllTriesAndAnotherKey() {
        SecretKey before = lock.unlock(RIGHT);
        wrongTimes(10);
        PinLock anew = restarted();
        SecretKey key = anew.create(RIGHT, CHEAP);
        assertThat(key).isNotEqualTo(before);
        assertThat(restarted().unlock(RIGHT)).isEqualTo(key);
        assertThat(restarted().standing()).isEqualTo(new PinStanding(10, Duration.ZERO, false));
    }

    @Test
    void aWrongOldPinCountsWhenChanging() {
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(() -> lock.change(WRONG, RIGHT, CHEAP)).satisfies(reason(Reason.WRONG_PIN));
            pass(Duration.ofHours(1));
        }
        assertThatThrownBy(() -> lock.change(WRONG, RIGHT, CHEAP)).satisfies(reason(Reason.ERASED));
        assertThat(disk.exists(PinLock.FILE)).isFalse();
    }

    @Test
    void theNumberOfTriesIsSetAndOutlivesAnotherPin() {
        lock.limit(3);
        lock.change(RIGHT, new Pin("97531"), CHEAP);
        assertThat(restarted().standing().triesLeft()).isEqualTo(3);
        wrong(lock);
        wrong(lock);
        assertThatThrownBy(() -> lock.unlock(WRONG)).satisfies(reason(Reason.ERASED));
    }

    @Test
    void aKeyFileOfTheFirstVersionHasTheUsualNumber() {
        String text = new String(disk.content(PinLock.FILE), StandardCharsets.UTF_8);
        assertThat(text).contains(",\"wrongPinLimit\":10");
        disk.plant(PinLock.FILE, text.replace(",\"wrongPinLimit\":10", "").getBytes(StandardCharsets.UTF_8));
        assertThat(lock.standing().triesLeft()).isEqualTo(PinLock.USUAL_LIMIT);
        lock.unlock(RIGHT);
    }

    @Test
    void aCountThatCannotBeReadLeavesFewTries() {
        disk.plant(PinTries.FILE, new byte[] {'{'});
        assertThat(lock.standing().triesLeft()).isEqualTo(PinStanding.FEW);
        disk.plant(PinTries.FILE, new byte[0]);
        assertThat(lock.standing().triesLeft()).isEqualTo(PinStanding.FEW);
    }

    @Test
    void aFullDiskOpensAndCounts() {
        wrong(lock);
        disk.leaveRoom(0);
        wrong(lock);
        assertThat(lock.standing().triesLeft()).isEqualTo(8);
        lock.unlock(RIGHT);
        assertThat(lock.standing().triesLeft()).isEqualTo(10);
    }

    @Test
    void noTryIsMadeThatCannotBeCounted() {
        disk.delete(PinTries.FILE);
        disk.leaveRoom(0);
        assertThatThrownBy(() -> lock.unlock(RIGHT)).satisfies(reason(Reason.DISK_FULL));
        disk.leaveRoom(Long.MAX_VALUE);
        lock.unlock(RIGHT);
    }

    private void wrongTimes(int times) {
        for (int i = 0; i < times; i++) {
            pass(i == 0 ? Duration.ZERO : PinTries.waitAfter(i));
            assertThatThrownBy(() -> lock.unlock(WRONG)).isInstanceOf(JournalException.class);
        }
    }

    private static void wrong(PinLock lock) {
        assertThatThrownBy(() -> lock.unlock(WRONG)).satisfies(reason(Reason.WRONG_PIN));
    }

    private void pass(Duration time) {
        clock.pass(time);
        uptime += time.toNanos();
    }

    private static Consumer<Throwable> reason(Reason reason) {
        return e -> assertThat(((JournalException) e).reason()).isEqualTo(reason);
    }
}

package nl.bereik.mobile.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.disk.FaultyDisk;
import nl.bereik.mobile.disk.FaultyDisk.Fault;
import nl.bereik.mobile.disk.FaultyDisk.PowerFailure;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.journal.JournalException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The power fails at each step of trying PINs, and the phone is started again: no try more, no erasure with fewer. */
class PinTriesFaultTest {
    private static final PinLock.Cost CHEAP = new PinLock.Cost(64, 1);
    private static final Pin RIGHT = new Pin("2468");
    private static final Pin WRONG = new Pin("1111");
    private static final int LIMIT = 5;

    private final MovableClock clock = new MovableClock(PhoneSamples.EVENING);

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"POWER_BEFORE", "POWER_AMID", "POWER_AFTER"})
    void neverATryMoreAndNeverErasedWithFewer(Fault fault) {
        int steps = 1;
        for (int at = 0; at <= steps; at++) {
            MemoryDisk whole = phone();
            FaultyDisk disk = new FaultyDisk(whole, fault, at);
            String what = fault + " at step " + at;
            int answered = guessUntilThePowerFails(disk);
            steps = Math.max(steps, disk.steps());

            MemoryDisk back = disk.powerBack(Journal.FILE, 0);
            int more = guessToTheEnd(back);

            // One try may have been counted, made and cut off before it was answered.
            assertThat(answered + more).as(what).isBetween(LIMIT - 1, LIMIT);
            assertThat(back.names()).as(what).containsOnly(PinTries.FILE);
            assertThat(lock(back).exists()).as(what).isFalse();
        }
        assertThat(steps).as("steps of guessing").isGreaterThan(LIMIT + 3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"POWER_BEFORE", "POWER_AMID", "POWER_AFTER"})
    void theRightPinCutOffAtEachStepStillOpens(Fault fault) {
        int steps = 1;
        for (int at = 0; at <= steps; at++) {
            FaultyDisk disk = new FaultyDisk(phone(), fault, at);
            try {
                for (int i = 0; i < 3; i++) {
                    lock(disk).unlock(RIGHT);
                }
            } catch (PowerFailure e) {
                assertThat(disk.steps()).isEqualTo(at + 1);
            }
            steps = Math.max(steps, disk.steps());
            PinLock again = lock(disk.powerBack(Journal.FILE, 0));
            assertThat(again.standing().triesLeft()).isGreaterThanOrEqualTo(LIMIT - 1);
            again.unlock(RIGHT);
            assertThat(again.standing().triesLeft()).isEqualTo(LIMIT);
        }
    }

    @Test
    void aThiefWhoPullsThePowerAfterEachTryHasNoneMore() {
        MemoryDisk disk = phone();
        int tries = 0;
        while (lock(disk).exists()) {
            clock.pass(Duration.ofHours(1));
            try {
                // Step 0 counts the try; what comes of it is never written.
                lock(new FaultyDisk(disk, Fault.POWER_BEFORE, 1)).unlock(WRONG);
            } catch (JournalException | PowerFailure e) {
                tries++;
            }
        }
        assertThat(tries).isEqualTo(LIMIT);
    }

    private int guessUntilThePowerFails(Disk disk) {
        try {
            return guessToTheEnd(disk);
        } catch (PowerFailure e) {
            return answered;
        }
    }

    private int answered;

    /** Tries wrong PINs until there is no phone; answers how many were told to be wrong or erased the phone. */
    private int guessToTheEnd(Disk disk) {
        answered = 0;
        while (lock(disk).exists()) {
            clock.pass(Duration.ofHours(1));
            try {
                lock(disk).unlock(WRONG);
            } catch (JournalException e) {
                assertThat(e.reason()).isIn(Reason.WRONG_PIN, Reason.ERASED);
                answered++;
            }
        }
        return answered;
    }

    private MemoryDisk phone() {
        MemoryDisk disk = new MemoryDisk();
        PinLock lock = lock(disk);
        lock.create(RIGHT, CHEAP);
        lock.limit(LIMIT);
        disk.plant(Journal.FILE, new byte[] {1, 2, 3, 4});
        return disk;
    }

    private PinLock lock(Disk disk) {
        return new PinLock(disk, new Random(5), new PinTries(disk, clock, () -> clock.millis() * 1_000_000));
    }
}

package nl.bereik.mobile.phone;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.enrolment.InstallKeys;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.mobile.journal.PinTries;

/**
 * What a phone is made of that comes from outside.
 *
 * @param random for ids, nonces and keys: in the field a {@link SecureRandom}
 * @param keys where the install's key pair comes from
 * @param cost what one guess of the PIN costs
 * @param tries the tries of the PIN; one for as long as the process lives
 */
public record PhoneParts(
        Disk disk, Clock clock, RandomGenerator random, InstallKeys keys, PinLock.Cost cost, PinTries tries) {

    /** Parts that wait between tries of the PIN by their own clock only. */
    public PhoneParts(Disk disk, Clock clock, RandomGenerator random, InstallKeys keys, PinLock.Cost cost) {
        this(
                disk,
                clock,
                random,
                keys,
                cost,
                new PinTries(disk, clock, () -> TimeUnit.MILLISECONDS.toNanos(clock.millis())));
    }

    /** The parts of a real phone. */
    public static PhoneParts real(Disk disk) {
        Clock clock = Clock.systemUTC();
        return new PhoneParts(
                disk,
                clock,
                new SecureRandom(),
                InstallKeys.inProcess(),
                PinLock.Cost.USUAL,
                new PinTries(disk, clock, System::nanoTime));
    }

    /** What keeps the journal's key. */
    public PinLock pinLock() {
        return new PinLock(disk, random, tries);
    }
}

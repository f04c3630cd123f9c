package nl.bereik.mobile.phone;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.enrolment.InstallKeys;
import nl.bereik.mobile.journal.PinLock;

/**
 * What a phone is made of that comes from outside.
 *
 * @param random for ids, nonces and keys: in the field a {@link SecureRandom}
 * @param keys where the install's key pair comes from
 * @param cost what one guess of the PIN costs
 */
public record PhoneParts(Disk disk, Clock clock, RandomGenerator random, InstallKeys keys, PinLock.Cost cost) {

    /** The parts of a real phone. */
    public static PhoneParts real(Disk disk) {
        return new PhoneParts(disk, Clock.systemUTC(), new SecureRandom(), InstallKeys.inProcess(), PinLock.Cost.USUAL);
    }

    PinLock pinLock() {
        return new PinLock(disk, random);
    }
}

package nl.bereik.mobile.journal;

import java.time.Duration;

/**
 * How it stands with trying PINs.
 *
 * @param triesLeft how many wrong PINs from now on erase the phone; 0 when it has been erased
 * @param waiting how long until the next try is allowed; zero when it is
 * @param erased whether too many wrong PINs have erased the phone, and nothing was begun anew since
 */
public record PinStanding(int triesLeft, Duration waiting, boolean erased) {
    /** From so few tries on the user is warned. */
    public static final int FEW = 3;

    /** Whether it is time to say what will happen. */
    public boolean fewLeft() {
        return !erased && triesLeft <= FEW;
    }

    /** Whether a PIN may not be tried yet. */
    public boolean waits() {
        return !waiting.isZero();
    }
}

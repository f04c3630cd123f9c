package nl.bereik.server.push;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of sending a push once. */
public sealed interface PushOutcome {

    /** Firebase has taken it; whether the phone has it is not known. */
    record Delivered() implements PushOutcome {}

    /** The app is gone from the phone, or has another token by now: forget this one if it is unchanged. */
    record Unregistered() implements PushOutcome {}

    /**
     * It may work later; it may also have been taken this time.
     *
     * @param after when trying again may help; null when that was not told
     */
    record Retry(@Nullable Duration after) implements PushOutcome {}

    /**
     * Trying again does not help before somebody has put something right.
     *
     * @param code what Firebase calls it, or one of ours; from a closed set, never text of an answer
     */
    record Failed(String code) implements PushOutcome {}
}

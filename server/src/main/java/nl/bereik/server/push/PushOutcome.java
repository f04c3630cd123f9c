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
     * Firebase does not take the account that the server sends with. It works again once somebody has put that right.
     *
     * @param code as of {@link Failed}
     */
    record Refused(String code) implements PushOutcome {}

    /**
     * Trying again does not help: it is this push or this phone.
     *
     * @param code what Firebase calls it, or one of ours; from a closed set, never text of an answer
     */
    record Failed(String code) implements PushOutcome {}
}

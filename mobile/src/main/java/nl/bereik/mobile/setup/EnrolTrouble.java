package nl.bereik.mobile.setup;

import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.sync.EnrolResult;
import nl.bereik.protocol.sync.Refusal;
import org.jspecify.annotations.Nullable;

/** Why the phone could not be enrolled, in the words that the user sees. */
public enum EnrolTrouble {
    NONE,
    BAD_ADDRESS,
    BAD_CODE,
    UNKNOWN_CODE,
    USED_CODE,
    EXPIRED_CODE,
    NO_COVERAGE,
    TIMED_OUT,
    NOT_BEREIK,
    CLOCK_WRONG,
    TOO_MANY_TRIES,
    SERVER_BUSY,
    REFUSED,
    DISK_FULL,
    PHONE_FAULT;

    static EnrolTrouble of(EnrolResult result) {
        return switch (result.end()) {
            case COMPLETE -> NONE;
            case NO_COVERAGE -> NO_COVERAGE;
            case TIMED_OUT -> TIMED_OUT;
            case NOT_UNDERSTOOD -> NOT_BEREIK;
            case ASKED_TO_WAIT -> SERVER_BUSY;
            case NOT_ENROLLED -> REFUSED;
            case REFUSED -> of(result.refusal());
        };
    }

    static EnrolTrouble of(RuntimeException failure) {
        return failure instanceof JournalException journal && journal.reason() == JournalException.Reason.DISK_FULL
                ? DISK_FULL
                : PHONE_FAULT;
    }

    private static EnrolTrouble of(Refusal.@Nullable Reason refusal) {
        if (refusal == null) {
            return REFUSED;
        }
        return switch (refusal) {
            case UNKNOWN_CODE -> UNKNOWN_CODE;
            case USED_CODE -> USED_CODE;
            case EXPIRED_CODE -> EXPIRED_CODE;
            case CLOCK_SKEW -> CLOCK_WRONG;
            case TOO_MANY_REQUESTS -> TOO_MANY_TRIES;
            case SERVER_FAULT, STORE_UNAVAILABLE -> SERVER_BUSY;
            case NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE -> NOT_BEREIK;
            default -> REFUSED;
        };
    }
}

package nl.bereik.mobile.capture;

import nl.bereik.mobile.journal.JournalException;

/** Why a contact could not be saved, in the words that the user sees. */
public enum SaveTrouble {
    NONE,
    DISK_FULL,
    DISK_FAILED;

    static SaveTrouble of(RuntimeException failure) {
        return failure instanceof JournalException journal && journal.reason() == JournalException.Reason.DISK_FULL
                ? DISK_FULL
                : DISK_FAILED;
    }
}

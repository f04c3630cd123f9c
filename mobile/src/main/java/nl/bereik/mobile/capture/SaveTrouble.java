package nl.bereik.mobile.capture;

import nl.bereik.mobile.journal.JournalException;

/** Why a contact could not be saved, in the words that the user sees. */
public enum SaveTrouble {
    NONE,
    DISK_FULL,
    DISK_FAILED,
    /** What the form was opened with has been judged by the server meanwhile, so that it has to be opened again. */
    CHANGED_MEANWHILE;

    /** Why saving failed in this way. */
    public static SaveTrouble of(RuntimeException failure) {
        if (failure instanceof IllegalArgumentException) {
            return CHANGED_MEANWHILE;
        }
        return failure instanceof JournalException journal && journal.reason() == JournalException.Reason.DISK_FULL
                ? DISK_FULL
                : DISK_FAILED;
    }
}

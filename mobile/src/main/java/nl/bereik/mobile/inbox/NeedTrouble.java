package nl.bereik.mobile.inbox;

import nl.bereik.mobile.journal.JournalException;

/** Why something about a need could not be saved, in the words that the user sees. */
public enum NeedTrouble {
    NONE,
    DISK_FULL,
    DISK_FAILED,
    /** The need stands elsewhere by now, or there is no key to seal a text with any more. */
    CHANGED_MEANWHILE;

    static NeedTrouble of(RuntimeException failure) {
        if (failure instanceof JournalException journal) {
            return journal.reason() == JournalException.Reason.DISK_FULL ? DISK_FULL : DISK_FAILED;
        }
        return CHANGED_MEANWHILE;
    }
}

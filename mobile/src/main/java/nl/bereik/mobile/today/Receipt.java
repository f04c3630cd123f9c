package nl.bereik.mobile.today;

import java.util.UUID;

/**
 * What the user just did with a contact or with something else that is told.
 *
 * @param opId the item that tells it
 * @param canBeUndone whether taking that item back leaves things as they were
 */
public record Receipt(Done done, UUID opId, boolean canBeUndone) {

    /** What was done, in the words that the user sees. */
    public enum Done {
        SAVED,
        CORRECTED,
        TAKEN_BACK
    }
}

package nl.bereik.mobile.today;

import java.util.List;
import java.util.UUID;
import nl.bereik.mobile.capture.Draft;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.protocol.contact.FieldProblem;

/**
 * One contact in the list, however often it was told.
 *
 * @param root its item as first told
 * @param opId the telling that needs most: whose state and problems these are
 * @param contact as last told; when it was taken back, as told before that
 * @param telling what the last telling did
 * @param problems why it is under review or needs repair; else empty
 */
public record TodayLine(
        UUID root, UUID opId, Draft contact, Telling telling, ItemState state, List<FieldProblem> problems) {

    /** What the last telling of a contact did, in the words that the user sees. */
    public enum Telling {
        FIRST,
        CORRECTED,
        TAKEN_BACK
    }

    /** Whether there is a correction of it, so that repairing it may also take it back. */
    public boolean wasCorrected() {
        return telling != Telling.FIRST;
    }
}

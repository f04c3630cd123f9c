package nl.bereik.mobile.today;

import java.time.LocalDate;
import java.util.List;
import nl.bereik.mobile.activity.OtherLine;
import nl.bereik.mobile.outbox.OutboxStatus;
import nl.bereik.mobile.setup.PairingViewModel;

/**
 * What the screen of today shows.
 *
 * @param day the day of the shift
 * @param count contacts of that day
 * @param lines newest first: those of the day or logged on it, then older ones that need attention
 * @param others what was told today beside contacts, and what needs attention of it
 * @param notShown how many older ones that need attention did not fit
 * @param needs how the follow-up needs stand
 * @param enrolled whether the phone has a server
 * @param pairing how far this phone is with the approval and the key of its team
 * @param proved how many items the server has shown that it holds; at the last proof, if it held
 * @param status all contacts in numbers
 */
public record Overview(
        LocalDate day,
        int count,
        List<TodayLine> lines,
        List<OtherLine> others,
        int notShown,
        Needs needs,
        boolean enrolled,
        PairingViewModel.State pairing,
        long proved,
        OutboxStatus status) {

    /**
     * The follow-up needs in numbers.
     *
     * @param fresh that one can accept, or is asked to
     * @param mine that one has
     */
    public record Needs(long fresh, long mine) {}

    /** Whether the list looks the same in both. */
    boolean hasTheLinesOf(Overview other) {
        return day.equals(other.day)
                && lines.equals(other.lines)
                && others.equals(other.others)
                && notShown == other.notShown;
    }
}

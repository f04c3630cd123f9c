package nl.bereik.mobile.need;

import java.util.List;
import nl.bereik.protocol.care.CareTeam;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedEvent;

/** Tells whether whoever carries this phone said of a need: not me. It is not offered to them as new again. */
final class Declined {
    private final CareTeam people;

    Declined(CareTeam people) {
        this.people = people;
    }

    /**
     * @param timeline as the server told it, oldest first
     * @param done what was done here and is not in the timeline, oldest first, but for what was refused
     */
    boolean isSo(List<NeedEvent> timeline, List<DoneAct> done) {
        boolean declined = false;
        for (NeedEvent event : timeline) {
            declined = after(declined, event.what(), people.isYou(event.by()), people.isYou(event.to()));
        }
        for (DoneAct act : done) {
            declined = after(
                    declined,
                    act.command().act().name(),
                    true,
                    people.isYou(act.command().to()));
        }
        return declined;
    }

    private static boolean after(boolean declined, String what, boolean byMe, boolean toMe) {
        if (byMe && what.equals(NeedAct.DECLINE.name())) {
            return true;
        }
        boolean mineAgain = byMe && what.equals(NeedAct.ACCEPT.name());
        boolean openToAll = what.equals(NeedAct.REOPEN.name()) || what.equals(NeedAct.UNASSIGN.name());
        return declined && !toMe && !mineAgain && !openToAll;
    }
}

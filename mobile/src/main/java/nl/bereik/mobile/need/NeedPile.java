package nl.bereik.mobile.need;

import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedStatus;

/** The piles in which needs lie for whoever looks. A need that one raised and works on oneself lies on two. */
public enum NeedPile {
    /** One can accept it, or is asked to. */
    NEW,
    /** One has it, or was brought in beside whoever has it. */
    MINE,
    /** It waits for a new try or for somebody else, for instance since one declined it. */
    WAITING,
    DONE,
    /** One raised it. */
    RAISED;

    public boolean holds(PhoneNeed need) {
        return this == RAISED ? need.isRaisedByMe() : need.isForMe() && this == workOn(need);
    }

    private static NeedPile workOn(PhoneNeed need) {
        NeedStatus status = need.view().state().status();
        if (status.isClosed()) {
            return DONE;
        }
        boolean inHand = status == NeedStatus.ACCEPTED || status == NeedStatus.IN_PROGRESS;
        if (inHand && (need.isMine() || need.isBesideMe())) {
            return MINE;
        }
        boolean askedOfAnother = status == NeedStatus.ASSIGNED && !need.isMine();
        boolean canBeTaken = status.waitsForSomebody() && need.acts().contains(NeedAct.ACCEPT);
        return canBeTaken && !askedOfAnother && !need.declinedByMe() ? NEW : WAITING;
    }
}

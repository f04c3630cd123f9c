package nl.bereik.mobile.inbox;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.bereik.mobile.need.DoneAct;
import nl.bereik.mobile.need.NeedPile;
import nl.bereik.mobile.need.NeedsNow;
import nl.bereik.mobile.need.People;
import nl.bereik.mobile.need.PhoneNeed;

/**
 * What the screen of needs shows.
 *
 * @param today the day of the shift
 * @param people whom they name
 */
public record Inbox(LocalDate today, NeedsNow needs, People people) {
    static final Inbox NOTHING = new Inbox(LocalDate.EPOCH, NeedsNow.NONE, People.NONE);

    /** The piles that there are for whoever holds this phone; only one's own raised needs for who works on none. */
    public List<NeedPile> piles() {
        boolean works = needs.needs().stream().anyMatch(PhoneNeed::isForMe);
        boolean raises = needs.needs().stream().anyMatch(PhoneNeed::isRaisedByMe);
        return Arrays.stream(NeedPile.values())
                .filter(pile -> pile == NeedPile.RAISED ? raises || !works : works)
                .toList();
    }

    /** The most urgent first. */
    public List<PhoneNeed> on(NeedPile pile) {
        return needs.needs().stream().filter(pile::holds).toList();
    }

    /** What was refused for needs that are not here any more. */
    public List<DoneAct> lost() {
        return needs.lost();
    }
}

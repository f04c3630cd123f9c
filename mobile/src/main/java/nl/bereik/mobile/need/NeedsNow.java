package nl.bereik.mobile.need;

import java.util.List;

/**
 * All needs that this phone knows of.
 *
 * @param needs the most urgent first, then the oldest
 * @param lost what was done here to needs that this phone knows nothing of any more, and was refused
 */
public record NeedsNow(List<PhoneNeed> needs, List<DoneAct> lost) {
    public static final NeedsNow NONE = new NeedsNow(List.of(), List.of());

    public NeedsNow {
        needs = List.copyOf(needs);
        lost = List.copyOf(lost);
    }

    /** How many are to be looked at, for something of them was refused. */
    public long needAttention() {
        return needs.stream().filter(PhoneNeed::needsAttention).count() + lost.size();
    }
}

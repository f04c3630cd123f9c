package nl.bereik.server.need;

import nl.bereik.server.period.TeamDay;
import org.jspecify.annotations.Nullable;

/**
 * A stored need as the fold sees it.
 *
 * @param fences grows by 1 with every fence that it was behind
 * @param uncounted whether its day must be folded (again)
 * @param counted whether it counts in the tally of its day
 * @param late the half-year for which it was raised too late; null when it was not
 */
public record CountableNeed(
        StoredNeed need,
        int fences,
        boolean uncounted,
        boolean counted,
        @Nullable String late) {
    /** The day on which it was raised, of its team. */
    public TeamDay teamDay() {
        return need.teamDay();
    }
}

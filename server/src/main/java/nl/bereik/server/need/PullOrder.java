package nl.bereik.server.need;

import java.time.Instant;
import java.util.Comparator;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedStatus;

/** Which needs somebody must hear of first, when there are more than a phone is told of. */
final class PullOrder {
    private static final Comparator<StoredNeed> OLDEST_FIRST =
            Comparator.comparing(StoredNeed::receivedAt).thenComparing(StoredNeed::id);
    private static final Comparator<StoredNeed> NEWEST_FIRST =
            Comparator.comparing(StoredNeed::changedAt).reversed().thenComparing(StoredNeed::id);

    /** Why somebody is told of a need; the weightier come first. */
    private enum Weight {
        /** It is open, and this person has it, is asked to take it or was brought in. */
        OWN,
        /** Somebody has to take it, or to try again. */
        TO_TAKE,
        /** Others have it, or it is closed. */
        TO_KNOW
    }

    private PullOrder() {}

    /**
     * One's own before what waits for somebody, and that before what is only to know. The first two by what is overdue,
     * then by urgency, then the oldest first; the last by what changed last. Total: no two needs are equal.
     *
     * @param account of whoever is told
     */
    static Comparator<StoredNeed> of(String account, Instant now) {
        Comparator<StoredNeed> mostPressingFirst = Comparator.comparing((StoredNeed need) -> !isOverdue(need, now))
                .thenComparing(need -> need.need().urgency())
                .thenComparing(OLDEST_FIRST);
        return Comparator.comparing((StoredNeed need) -> weight(account, need.state()))
                .thenComparing((one, other) -> weight(account, one.state()) == Weight.TO_KNOW
                        ? NEWEST_FIRST.compare(one, other)
                        : mostPressingFirst.compare(one, other));
    }

    private static Weight weight(String account, NeedState state) {
        NeedStatus status = state.status();
        boolean own = account.equals(state.assignee()) || state.beside().contains(account);
        if (own && !status.isClosed()) {
            return Weight.OWN;
        }
        return isToTake(status) ? Weight.TO_TAKE : Weight.TO_KNOW;
    }

    /** Whether somebody has to take it, or to try again. */
    static boolean isToTake(NeedStatus status) {
        return status.waitsForSomebody() || status == NeedStatus.NOT_REACHED;
    }

    private static boolean isOverdue(StoredNeed need, Instant now) {
        return need.acceptBy().filter(until -> !until.isAfter(now)).isPresent();
    }
}

package nl.bereik.server.need;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.need.NeedStatus;

/**
 * That somebody has to be told to look at his list, until he was. What about is not in it.
 *
 * @param id random; the id of the push, however often it is sent
 * @param to the account
 * @param asks what of him
 * @param urgent whether it may wake a phone
 * @param firstAt when it goes out for the first time; from then it counts how long it is of use
 * @param dueAt when it goes out, or is tried again
 * @param tries how many times it was tried
 * @param reached the installs that have it already
 */
public record Alert(
        UUID id, String to, Asks asks, boolean urgent, Instant firstAt, Instant dueAt, int tries, Set<String> reached) {

    /** What somebody is to do who is told. */
    public enum Asks {
        /** To accept the need, or to find somebody who does. */
        TO_TAKE,
        /** To join whoever has it; there may be something left for him when that one is done. */
        TO_JOIN,
        /** Nothing: it is news. */
        NOTHING;

        /** Whether it is still asked of a need that stands there. */
        boolean holdsIn(NeedStatus status) {
            return switch (this) {
                case TO_TAKE -> status.waitsForSomebody();
                case TO_JOIN -> status != NeedStatus.WITHDRAWN;
                case NOTHING -> true;
            };
        }
    }

    public Alert {
        reached = Set.copyOf(reached);
    }

    static Alert fresh(UUID id, String to, Asks asks, boolean urgent, Instant dueAt) {
        return new Alert(id, to, asks, urgent, dueAt, dueAt, 0, Set.of());
    }

    /** Whether it goes out at that moment. */
    public boolean isDue(Instant now) {
        return !dueAt.isAfter(now);
    }

    /** To be tried again. */
    public Alert again(Instant at, Set<String> installs) {
        return new Alert(id, to, asks, urgent, firstAt, at, tries + 1, installs);
    }
}
